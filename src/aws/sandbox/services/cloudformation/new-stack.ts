import { newRequestId } from '../../identifiers/index.ts';
import type { OperationContext } from '../../operation/index.ts';
import { type Stack, stacksOf } from './cloudformation-state.ts';
import { stackArn } from './find-stack.ts';

/** Makes a stack without resources, whose status the caller sets. */
export function newStack(name: string, { state, region, random, clock }: OperationContext<unknown>): Stack {
  const stack: Stack = {
    ...{ id: stackArn(region, state.account.id, name, newRequestId(random)), name, region },
    created: clock.account(),
    status: '',
    disableRollback: false,
    terminationProtection: false,
    outputs: [],
    imports: new Set(),
    resources: new Map(),
    events: [],
    changeSets: new Map(),
  };
  stacksOf(state).set(stack.id, stack);
  return stack;
}
