import type { Clock } from '../../clock/index.ts';
import { newRequestId, type OperationContext } from '../../operation/index.ts';
import type { Random } from '../../random/index.ts';
import { otherRevision, updateInProgress } from './lambda-errors.ts';
import type { FunctionSettings, FunctionVersion, LambdaFunction } from './lambda-state.ts';

/** Time until a new function, or a change, is ready. Our choice: AWS needs a few seconds and states none. */
const READY_MS = 2000;

const TEXT = 'The function is being created.';

type Stage = 'pending' | 'updating' | 'ready';

/** Tells how far a version is, by the account's clock. */
export function stageOf({ created, updated }: FunctionVersion, clock: Clock): Stage {
  const now = clock.account().getTime();
  if (now < created.getTime() + READY_MS) return 'pending';
  return updated && now < updated.getTime() + READY_MS ? 'updating' : 'ready';
}

/** The members of a configuration that tell its state. */
export function stateMembers(version: FunctionVersion, clock: Clock) {
  switch (stageOf(version, clock)) {
    case 'pending':
      return { State: 'Pending', StateReason: TEXT, StateReasonCode: 'Creating' } as const;
    case 'updating':
      return {
        State: 'Active',
        LastUpdateStatus: 'InProgress',
        LastUpdateStatusReason: TEXT,
        LastUpdateStatusReasonCode: 'Creating',
      } as const;
    case 'ready':
      return { State: 'Active', LastUpdateStatus: 'Successful' } as const;
  }
}

/** The revision changes once more when a function or a change becomes ready, as recorded on AWS. */
export function revisionOf(version: FunctionVersion, clock: Clock): string {
  return stageOf(version, clock) === 'ready' ? version.readyRevisionId : version.revisionId;
}

/** Makes a version that is being created. */
export function newVersion(
  id: string,
  settings: FunctionSettings,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): FunctionVersion {
  const now = clock.account();
  return {
    ...{ id, settings, modified: now, created: now },
    revisionId: newRequestId(random),
    readyRevisionId: newRequestId(random),
  };
}

/** Changes the settings of `$LATEST`. */
export function changeSettings(
  one: LambdaFunction,
  settings: Partial<FunctionSettings>,
  { clock, random }: Pick<OperationContext<unknown>, 'clock' | 'random'>,
): void {
  const { latest } = one;
  latest.settings = { ...latest.settings, ...settings };
  latest.modified = clock.account();
  latest.updated = clock.account();
  latest.revisionId = newRequestId(random);
  latest.readyRevisionId = newRequestId(random);
}

/**
 * Checks that `$LATEST` may be changed. Throws ResourceConflictException while it is being created or changed, and
 * PreconditionFailedException where the caller has seen another revision.
 */
export function checkChangeable(
  { arn, latest }: LambdaFunction,
  clock: Clock,
  expected: string | undefined,
): void {
  if (stageOf(latest, clock) !== 'ready') throw updateInProgress(arn);
  if (expected !== undefined && expected !== revisionOf(latest, clock))
    throw otherRevision('GetFunction/GetAlias');
}
