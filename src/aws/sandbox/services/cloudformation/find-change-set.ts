import { ServiceError } from '../../errors/index.ts';
import type { OperationContext } from '../../operation/index.ts';
import { noStack, validationError } from './cloudformation-errors.ts';
import { type ChangeSetRecord, findStack, isThere, type Stack, stacksIn } from './cloudformation-state.ts';

interface Named {
  readonly ChangeSetName?: string | undefined;
  readonly StackName?: string | undefined;
}

/** Finds a change set by its ID, or by its name and its stack's. Throws ChangeSetNotFound or a ValidationError. */
export function findChangeSet(context: OperationContext<Named>): {
  readonly stack: Stack;
  readonly changeSet: ChangeSetRecord;
} {
  const { ChangeSetName = '', StackName } = context.input;
  if (ChangeSetName.startsWith('arn:')) {
    for (const stack of stacksIn(context))
      for (const changeSet of stack.changeSets.values())
        if (changeSet.id === ChangeSetName) return { stack, changeSet };
    throw noChangeSet(ChangeSetName);
  }
  if (StackName === undefined)
    throw validationError('StackName must be specified if ChangeSetName is not specified as an ARN.');
  const stack = findStack(StackName, context);
  if (!stack || !isThere(stack)) throw noStack(StackName);
  const changeSet = stack.changeSets.get(ChangeSetName);
  if (!changeSet) throw noChangeSet(ChangeSetName);
  return { stack, changeSet };
}

function noChangeSet(name: string): ServiceError {
  return new ServiceError(404, 'ChangeSetNotFound', `ChangeSet [${name}] does not exist`);
}
