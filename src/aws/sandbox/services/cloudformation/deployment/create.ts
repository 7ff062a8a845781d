import type { Stack } from '../cloudformation-state.ts';
import { creationOrder, type Template } from '../template/index.ts';
import { settleOutputs } from './outputs.ts';
import { makeResource, removeResource } from './resource-lifecycle.ts';
import { attempt, type Run, type Steps } from './stack-work.ts';

/** The end of a stack whose creation fails. */
export type OnFailure = 'ROLLBACK' | 'DELETE' | 'DO_NOTHING';

/** Seconds before the first resource and after the last one. */
const PAUSE = 1;

/** Creates a stack: its resources one after the other, each after what it needs. */
export function createSteps(onFailure: OnFailure) {
  return async function* create(run: Run): Steps {
    yield PAUSE;
    const reason = yield* makeAll(run);
    yield PAUSE;
    run.stack.imports = run.imports;
    if (reason === undefined) {
      run.stackIs('CREATE_COMPLETE');
      return;
    }
    if (onFailure === 'DO_NOTHING') {
      run.stackIs('CREATE_FAILED', reason);
      return;
    }
    run.stack.imports = new Set();
    const isDeleted = onFailure === 'DELETE';
    const [begun, ended] = isDeleted
      ? ['DELETE_IN_PROGRESS', 'DELETE']
      : ['ROLLBACK_IN_PROGRESS', 'ROLLBACK'];
    run.stackIs(begun as string, `${reason}${isDeleted ? 'Delete' : 'Rollback'} requested by user.`);
    yield* removeAll(run, run.blueprint.template, ended as string);
  };
}

/** The reason of the stack's failure; undefined where everything was made. */
async function* makeAll(run: Run): Steps<string | undefined> {
  for (const name of creationOrder(run.blueprint.template)) {
    if (!run.present.has(name)) continue;
    const { failure } = yield* makeResource(run, name);
    if (failure !== undefined) return `The following resource(s) failed to create: [${name}]. `;
  }
  const failure = await attempt(run, () => settleOutputs(run));
  return failure === undefined ? undefined : `${failure}. `;
}

/** Deletes all resources in the reverse order. `verb` begins the last status: DELETE_COMPLETE, ROLLBACK_FAILED. */
async function* removeAll(run: Run, template: Template, verb: string, kept: readonly string[] = []): Steps {
  const { stack } = run;
  const failed: string[] = [];
  for (const resource of inReverse(stack, template)) {
    const { logicalId } = resource;
    if (resource.status === 'DELETE_COMPLETE' || resource.status === 'DELETE_SKIPPED') continue;
    if (resource.physicalId === '') {
      run.resourceIs(resource, 'DELETE_COMPLETE');
      continue;
    }
    const declared = template.resources[logicalId]?.DeletionPolicy;
    const isKept = kept.includes(logicalId) || (declared === 'RetainExceptOnCreate' && verb === 'DELETE');
    const policy = isKept ? 'Retain' : declared;
    const { failure } = yield* removeResource(run, resource, policy);
    if (failure !== undefined) failed.push(logicalId);
  }
  yield PAUSE;
  if (failed.length > 0) {
    run.stackIs(`${verb}_FAILED`, `The following resource(s) failed to delete: [${failed.join(', ')}]. `);
    return;
  }
  stack.outputs = [];
  run.stackIs(`${verb}_COMPLETE`);
  if (verb === 'DELETE') stack.deleted = new Date(stack.events.at(-1)?.time ?? 0);
}

function inReverse({ resources }: Stack, template: Template) {
  const order = creationOrder(template);
  return [...resources.values()].sort((a, b) => order.indexOf(b.logicalId) - order.indexOf(a.logicalId));
}

/** Deletes a stack. */
export function deleteSteps(kept: readonly string[]) {
  return async function* remove(run: Run): Steps {
    yield PAUSE;
    yield* removeAll(run, run.blueprint.template, 'DELETE', kept);
  };
}
