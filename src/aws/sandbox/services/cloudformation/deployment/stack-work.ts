import { ServiceError } from '../../../errors/service-error.ts';
import type { ServiceContext } from '../../../operation/index.ts';
import type { Blueprint, Deployer, Stack, StackResource, StackWork } from '../cloudformation-state.ts';
import { findResourceType, type ResourceContext, type ResourceType } from '../resource-types/index.ts';
import type { ResourceDeclaration, Scope } from '../template/index.ts';
import { CallError, isMissing, reasonOf, resourceContext } from './call.ts';
import { recordResource, recordStack } from './history.ts';
import { presentResources, scopeOf, viewOf } from './scope.ts';

/** Steps of work on a stack: each gives the seconds until the next. */
export type Steps<Result = void> = AsyncGenerator<number, Result>;

/** Work on a stack, as its steps see it. */
export interface Run {
  readonly stack: Stack;
  readonly as: Deployer;
  readonly blueprint: Blueprint;
  readonly scope: Scope;
  /** The resources whose conditions hold. */
  readonly present: ReadonlyMap<string, ResourceDeclaration>;
  /** Names of the exports that were used. */
  readonly imports: Set<string>;
  isCancelled(): boolean;
  services(): ServiceContext;
  resource(logicalId: string): ResourceContext;
  stackIs(status: string, reason?: string): void;
  /** Records a resource's status, and keeps the resource where it belongs to the stack. */
  resourceIs(resource: StackResource, status: string, reason?: string): StackResource;
}

/** Begins work that goes on with the clock: `steps` are done as they become due. */
export function beginWork(
  stack: Stack,
  {
    blueprint,
    as,
    context,
  }: { readonly blueprint: Blueprint; readonly as: Deployer; readonly context: ServiceContext },
  steps: (run: Run) => Steps,
): void {
  const imports = new Set<string>();
  const scope = scopeOf({
    ...{ state: context.state, stack, blueprint },
    view: (name) => {
      const known = run.present.has(name) ? stack.resources.get(name) : undefined;
      return known && viewOf(known);
    },
    onImport: (name) => void imports.add(name),
  });
  const time = () => new Date(work.due);
  const services = () => work.context;
  const run: Run = {
    ...{ stack, as, blueprint, scope, imports, services },
    present: presentResources(scope),
    isCancelled: () => work.cancelled,
    resource: (logicalId) => resourceContext({ context: work.context, stack, as }, logicalId),
    stackIs: (status, reason) => recordStack(stack, { status, reason, time: time() }, work.context.random),
    resourceIs: (resource, status, reason) => {
      const changed = recordResource(stack, resource, { status, reason, time: time() });
      stack.resources.set(resource.logicalId, changed);
      return changed;
    },
  };
  const due = context.clock.account().getTime();
  const work: StackWork = { due, steps: steps(run), context, cancelled: false };
  stack.work = work;
}

/** Does the steps of all stacks that have become due. */
export async function advanceStacks(stacks: readonly Stack[], context: ServiceContext): Promise<void> {
  for (const stack of stacks) {
    // Another request may be at it: its steps must not be done twice.
    stack.advancing ??= advance(stack, context).finally(() => {
      delete stack.advancing;
    });
    await stack.advancing;
  }
}

async function advance(stack: Stack, context: ServiceContext): Promise<void> {
  const now = context.clock.account().getTime();
  for (let { work } = stack; work && work.due <= now; { work } = stack) {
    work.context = context;
    const { done, value } = await work.steps.next();
    if (done) delete stack.work;
    else work.due += value * 1000;
  }
}

export async function resourceTypeOf({ type }: Pick<StackResource, 'type'>): Promise<ResourceType> {
  const found = await findResourceType(type);
  if (!found) throw new Error(`A stack has a resource of the type ${type}.`);
  return found;
}

/** Result of an attempt: undefined, or the reason of the failure. A fault of ours is thrown. */
export async function attempt(run: Run, action: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    if (error instanceof CallError || error instanceof ServiceError) return reasonOf(error, run.services());
    throw error;
  }
}

/** Ignores that something is not there. */
export async function unlessMissing(action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof CallError && isMissing(error.refusal.code))) throw error;
  }
}
