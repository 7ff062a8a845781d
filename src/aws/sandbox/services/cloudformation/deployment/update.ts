import type { Blueprint, StackResource, UndoStep } from '../cloudformation-state.ts';
import { creationOrder } from '../template/index.ts';
import { settleOutputs } from './outputs.ts';
import {
  changeOf,
  changeResource,
  makeResource,
  type PlannedUpdate,
  removeResource,
  replaceResource,
} from './resource-lifecycle.ts';
import { rollBack } from './rollback.ts';
import { attempt, type Run, type Steps } from './stack-work.ts';

const PAUSE = 1;

/** Updates a stack from one blueprint to another; where that fails, everything becomes what it was. */
export function updateSteps(before: Blueprint) {
  return async function* update(run: Run): Steps {
    const { stack } = run;
    const undo: UndoStep[] = [];
    const replaced: StackResource[] = [];
    yield PAUSE;
    const reason = yield* changeAll(run, undo, replaced);
    yield PAUSE;
    if (reason !== undefined) {
      if (stack.disableRollback) {
        run.stackIs('UPDATE_FAILED', reason);
        return;
      }
      run.stackIs('UPDATE_ROLLBACK_IN_PROGRESS', reason);
      yield* rollBack(run, { undo, before });
      return;
    }
    stack.imports = run.imports;
    run.stackIs('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
    yield PAUSE;
    yield* cleanUp(run, replaced, before);
    run.stackIs('UPDATE_COMPLETE');
  };
}

/** The reason of the failure; undefined where everything was changed. */
async function* changeAll(run: Run, undo: UndoStep[], replaced: StackResource[]): Steps<string | undefined> {
  for (const name of creationOrder(run.blueprint.template)) {
    if (!run.present.has(name)) continue;
    if (run.isCancelled()) return 'Stack update cancelled';
    const known = run.stack.resources.get(name);
    const failed = known ? yield* changeOne(run, known, undo, replaced) : yield* addOne(run, name, undo);
    if (failed !== undefined) return failed;
  }
  if (run.isCancelled()) return 'Stack update cancelled';
  return attempt(run, () => settleOutputs(run));
}

async function* addOne(run: Run, logicalId: string, undo: UndoStep[]): Steps<string | undefined> {
  undo.push({ logicalId, before: undefined });
  const { failure } = yield* makeResource(run, logicalId);
  return failure === undefined ? undefined : `The following resource(s) failed to create: [${logicalId}]. `;
}

async function* changeOne(
  run: Run,
  known: StackResource,
  undo: UndoStep[],
  replaced: StackResource[],
): Steps<string | undefined> {
  const { logicalId } = known;
  const failedToUpdate = `The following resource(s) failed to update: [${logicalId}]. `;
  let change: PlannedUpdate | undefined;
  const wrong = await attempt(run, async () => {
    change = await changeOf(run, known);
  });
  if (wrong !== undefined) {
    undo.push({ logicalId, before: known });
    run.resourceIs(known, 'UPDATE_FAILED', wrong);
    return failedToUpdate;
  }
  if (!change) return undefined;
  undo.push({ logicalId, before: known });
  const { after, replaces } = change;
  const { failure } = replaces
    ? yield* replaceResource(run, known, after)
    : yield* changeResource(run, known, after);
  if (failure !== undefined) return failedToUpdate;
  if (replaces) replaced.push(known);
  return undefined;
}

/** Deletes what was replaced, and what is no longer in the template. What cannot be deleted is left. */
async function* cleanUp(run: Run, replaced: readonly StackResource[], before: Blueprint): Steps {
  const { stack, present } = run;
  const order = creationOrder(before.template);
  const removed = [...stack.resources.values()]
    .filter(({ logicalId }) => !present.has(logicalId))
    .sort((a, b) => order.indexOf(b.logicalId) - order.indexOf(a.logicalId));
  for (const resource of replaced) {
    const { UpdateReplacePolicy } = run.blueprint.template.resources[resource.logicalId] ?? {};
    yield* removeResource(run, resource, UpdateReplacePolicy);
  }
  for (const resource of removed) {
    yield* removeResource(run, resource, before.template.resources[resource.logicalId]?.DeletionPolicy);
    stack.resources.delete(resource.logicalId);
  }
}
