import type { ChangeSetStatus, ExecutionStatus } from '@aws-sdk/client-cloudformation';
import type { Clock } from '../../clock/index.ts';
import type { ChangeSetRecord } from './cloudformation-state.ts';

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
