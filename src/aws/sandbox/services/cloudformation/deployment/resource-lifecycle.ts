import { validationError } from '../cloudformation-errors.ts';
import type { StackResource } from '../cloudformation-state.ts';
import type { ResourceType, Values } from '../resource-types/index.ts';
import type { ResourceDeclaration } from '../template/index.ts';
import { changedNames, propertiesFor } from './planned-changes.ts';
import { attempt, type Run, resourceTypeOf, type Steps, unlessMissing } from './stack-work.ts';

/** Seconds that work on a resource takes at least: AWS's figures vary, the sandbox's are short. */
const BEGINNING = 1;
const SETTLING = 2;

/** How work on a resource ended: `failure` is the reason, in the words of its event. */
export interface Ended {
  readonly failure?: string;
}

/** Makes a resource of the template. Its events are CREATE_IN_PROGRESS (twice), then CREATE_COMPLETE or CREATE_FAILED. */
export async function* makeResource(run: Run, name: string): Steps<Ended> {
  const declared = run.present.get(name) as ResourceDeclaration;
  let resource = run.resourceIs(blank(run, name, declared), 'CREATE_IN_PROGRESS');
  yield BEGINNING;
  const type = await resourceTypeOf(resource);
  const failure = await attempt(run, async () => {
    const properties = propertiesFor(declared, type, run.blueprint, run.scope);
    const { id, attributes = {} } = await type.create(properties, run.resource(name));
    resource = { ...resource, physicalId: id, attributes, properties };
  });
  if (failure !== undefined) {
    run.resourceIs(resource, 'CREATE_FAILED', failure);
    return { failure };
  }
  resource = run.resourceIs(resource, 'CREATE_IN_PROGRESS', 'Resource creation Initiated');
  yield* untilReady(run, type, resource);
  run.resourceIs(resource, 'CREATE_COMPLETE');
  return {};
}

function blank({ services }: Run, logicalId: string, { Type }: ResourceDeclaration): StackResource {
  const empty = { physicalId: '', properties: {}, attributes: {}, status: '' };
  return { logicalId, type: Type, ...empty, changed: services().clock.account() };
}

async function* untilReady(run: Run, type: ResourceType, { logicalId, physicalId }: StackResource): Steps {
  yield SETTLING;
  if (!type.isReady) return;
  let isReady = false;
  while (!isReady) {
    // A refusal of the question is no failure of the resource: it is asked no more.
    const refused = await attempt(run, async () => {
      isReady = (await type.isReady?.(physicalId, run.resource(logicalId))) ?? true;
    });
    if (refused !== undefined) return;
    if (!isReady) yield SETTLING;
  }
}

/** How a resource changes; `replaces` where it needs a new one. */
export interface PlannedUpdate {
  readonly after: Values;
  readonly replaces: boolean;
}

/** Compares a resource with what the template now wants of it; undefined where nothing changes. Throws a ValidationError. */
export async function changeOf(run: Run, before: StackResource): Promise<PlannedUpdate | undefined> {
  const type = await resourceTypeOf(before);
  const declared = run.present.get(before.logicalId) as ResourceDeclaration;
  const after = propertiesFor(declared, type, run.blueprint, run.scope);
  const changed = changedNames(before.properties, after);
  if (changed.length === 0) return undefined;
  const replaces = changed.some((name) => type.properties[name]?.replaces);
  const { nameProperty } = type;
  if (
    replaces &&
    nameProperty !== undefined &&
    after[nameProperty] !== undefined &&
    !changed.includes(nameProperty)
  )
    throw validationError(
      `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${after[nameProperty]} and update the stack again.`,
    );
  return { after, replaces };
}

/** Changes a resource in place. */
export async function* changeResource(run: Run, before: StackResource, after: Values): Steps<Ended> {
  let resource = run.resourceIs(before, 'UPDATE_IN_PROGRESS');
  yield BEGINNING;
  const type = await resourceTypeOf(before);
  const change = { id: before.physicalId, before: before.properties, after };
  for (const update of type.updates ?? []) {
    const failure = await attempt(run, () => update(change, run.resource(before.logicalId)));
    if (failure !== undefined) {
      // The rollback sets everything that may have been set.
      run.resourceIs({ ...resource, properties: after }, 'UPDATE_FAILED', failure);
      return { failure };
    }
    if (type.isReady) yield* untilReady(run, type, resource);
  }
  if (!type.isReady) yield SETTLING;
  resource = run.resourceIs({ ...resource, properties: after }, 'UPDATE_COMPLETE');
  return {};
}

/** Makes a new resource in the place of one, which is left to the clean-up. */
export async function* replaceResource(run: Run, before: StackResource, after: Values): Steps<Ended> {
  let resource = run.resourceIs(
    before,
    'UPDATE_IN_PROGRESS',
    'Requested update requires the creation of a new physical resource; hence creating one.',
  );
  yield BEGINNING;
  const type = await resourceTypeOf(before);
  const failure = await attempt(run, async () => {
    const { id, attributes = {} } = await type.create(after, run.resource(before.logicalId));
    resource = { ...resource, physicalId: id, attributes, properties: after };
  });
  if (failure !== undefined) {
    run.resourceIs(resource, 'UPDATE_FAILED', failure);
    return { failure };
  }
  run.resourceIs(resource, 'UPDATE_IN_PROGRESS', 'Resource creation Initiated');
  yield* untilReady(run, type, resource);
  run.resourceIs(resource, 'UPDATE_COMPLETE');
  return {};
}

/** Deletes a resource; `belongs` is false for one that another has replaced. Events of both are the same. */
export async function* removeResource(
  run: Run,
  resource: StackResource,
  policy: string | undefined,
): Steps<Ended> {
  const record = recorder(run, resource);
  if (policy === 'Retain') {
    record('DELETE_SKIPPED');
    return {};
  }
  record('DELETE_IN_PROGRESS');
  yield BEGINNING;
  const type = await resourceTypeOf(resource);
  const { logicalId, physicalId, properties } = resource;
  const failure = await attempt(run, () =>
    unlessMissing(() => type.delete(physicalId, properties, run.resource(logicalId))),
  );
  if (failure !== undefined) {
    record('DELETE_FAILED', failure);
    return { failure };
  }
  yield BEGINNING;
  record('DELETE_COMPLETE');
  return {};
}

/** Records a status without giving the place of a new resource back to an old one. */
function recorder(run: Run, resource: StackResource): (status: string, reason?: string) => void {
  const { resources } = run.stack;
  const { logicalId, physicalId } = resource;
  return (status, reason) => {
    const current = resources.get(logicalId);
    run.resourceIs(resource, status, reason);
    if (current && current.physicalId !== physicalId) resources.set(logicalId, current);
  };
}
