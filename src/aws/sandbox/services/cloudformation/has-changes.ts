import type { AccountState } from '../../state/index.ts';
import type { Blueprint, Stack } from './cloudformation-state.ts';
import { planChanges } from './deployment/index.ts';
import { sameValue } from './resource-types/index.ts';

/** Tells whether an update would do something. Changed parameters and descriptions alone are nothing. */
export async function hasChanges(stack: Stack, blueprint: Blueprint, state: AccountState): Promise<boolean> {
  const before = stack.blueprint;
  if (!before) return true;
  const [old, now] = [before.template, blueprint.template];
  return (
    !sameValue(before.tags, blueprint.tags) ||
    !sameValue(old.outputs, now.outputs) ||
    !sameValue(metadataOf(before), metadataOf(blueprint)) ||
    (await planChanges(stack, blueprint, state)).length > 0
  );
}

function metadataOf({ template }: Blueprint): unknown {
  return Object.entries(template.resources).map(([name, { Metadata, DeletionPolicy }]) => ({
    name,
    Metadata,
    DeletionPolicy,
  }));
}
