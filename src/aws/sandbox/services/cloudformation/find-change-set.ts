import type { ChangeSetStatus, ExecutionStatus } from '@aws-sdk/client-cloudformation';
import type { Clock } from '../../clock/index.ts';
import { type OperationContext, ServiceError } from '../../operation/index.ts';
import { validationError } from './cloudformation-errors.ts';
import { type ChangeSetRecord, type Stack, stacksIn } from './cloudformation-state.ts';
import { requireStack } from './find-stack.ts';

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
  const stack = requireStack(StackName, context);
  const changeSet = stack.changeSets.get(ChangeSetName);
  if (!changeSet) throw noChangeSet(ChangeSetName);
  return { stack, changeSet };
}

function noChangeSet(name: string): ServiceError {
  return new ServiceError(404, 'ChangeSetNotFound', `ChangeSet [${name}] does not exist`);
}

/** Milliseconds that AWS takes to work out a change set: its figures vary, the sandbox's are short. */
const WORKED_OUT_AFTER = 3_000;

/** The status of a change set at the account's time. */
export function changeSetStatus(
  { created, failure, isExecuted }: ChangeSetRecord,
  clock: Clock,
): { Status: ChangeSetStatus; ExecutionStatus: ExecutionStatus; StatusReason?: string } {
  const isReady = clock.account().getTime() - created.getTime() >= WORKED_OUT_AFTER;
  if (!isReady) return { Status: 'CREATE_IN_PROGRESS', ExecutionStatus: 'UNAVAILABLE' };
  if (failure !== undefined)
    return { Status: 'FAILED', ExecutionStatus: 'UNAVAILABLE', StatusReason: failure };
  return { Status: 'CREATE_COMPLETE', ExecutionStatus: isExecuted ? 'EXECUTE_COMPLETE' : 'AVAILABLE' };
}
