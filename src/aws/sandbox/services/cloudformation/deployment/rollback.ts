import type { Blueprint, StackResource, UndoStep } from '../cloudformation-state.ts';
import { changeResource, removeResource } from './resource-lifecycle.ts';
import type { Run, Steps } from './stack-work.ts';

const PAUSE = 1;

/** Work of a rollback. */
interface Rollback {
  /** In the order of the update: the last is undone first. */
  readonly undo: UndoStep[];
  /** The plan that the stack gets back. */
  readonly before: Blueprint;
}

/** Undoes an update. Where that fails too, the stack stays in UPDATE_ROLLBACK_FAILED. */
export async function* rollBack(run: Run, rest: Rollback): Steps {
  const { stack } = run;
  const made: StackResource[] = [];
  for (let step = rest.undo.at(-1); step; step = rest.undo.at(-1)) {
    const failed = yield* undoStep(run, step, made);
    if (failed) {
      run.stackIs(
        'UPDATE_ROLLBACK_FAILED',
        `The following resource(s) failed to update: [${step.logicalId}]. `,
      );
      return;
    }
    rest.undo.pop();
  }
  stack.blueprint = rest.before;
  run.stackIs('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  yield PAUSE;
  for (const resource of made) {
    yield* removeResource(run, resource, undefined);
    if (stack.resources.get(resource.logicalId)?.physicalId === resource.physicalId)
      stack.resources.delete(resource.logicalId);
  }
  run.stackIs('UPDATE_ROLLBACK_COMPLETE');
}

/** Brings one resource back; what the update made is left to the clean-up. True where it failed. */
async function* undoStep(run: Run, { logicalId, before }: UndoStep, made: StackResource[]): Steps<boolean> {
  const { resources } = run.stack;
  const current = resources.get(logicalId);
  if (!before) {
    if (current?.physicalId) made.push(current);
    else resources.delete(logicalId);
    return false;
  }
  if (current && current.physicalId !== before.physicalId) {
    made.push(current);
    run.resourceIs(before, 'UPDATE_COMPLETE');
    return false;
  }
  // A change that failed midway may have set some properties: all are set again.
  const { failure } = yield* changeResource(run, current ?? before, before.properties);
  return failure !== undefined;
}
