import type { AccountState } from '../../../operation/index.ts';
import { validationError } from '../cloudformation-errors.ts';
import type { Blueprint, Stack, StackResource } from '../cloudformation-state.ts';
import {
  findResourceType,
  type ResourceType,
  readProperties,
  sameValue,
  type Values,
} from '../resource-types/index.ts';
import {
  creationOrder,
  evaluateValue,
  type ResourceDeclaration,
  type ResourceView,
  referencesIn,
  type Scope,
} from '../template/index.ts';
import { presentResources, scopeOf, viewOf } from './scope.ts';

/** A change of one resource, as a change set shows it. */
export interface PlannedChange {
  readonly logicalId: string;
  readonly type: string;
  readonly action: 'Add' | 'Modify' | 'Remove';
  readonly physicalId?: string;
  /** Names of the properties that change. */
  readonly properties: readonly PlannedProperty[];
  readonly policy?: string;
}

interface PlannedProperty {
  readonly name: string;
  readonly replaces: boolean;
  /** The new resources that it mentions (`Queue`, `Queue.Arn`). */
  readonly causes: readonly string[];
}

/** AWS's own mark for a value that is known only once its resource is there. */
const UNKNOWN = '{{changeSet:KNOWN_AFTER_APPLY}}';

/** Tells what an update does to each resource, without doing it. Throws a ValidationError. */
export async function planChanges(
  stack: Stack,
  blueprint: Blueprint,
  state: AccountState,
): Promise<PlannedChange[]> {
  const { template } = blueprint;
  const renewed = new Set<string>();
  const view = (name: string): ResourceView | undefined => {
    const known = stack.resources.get(name);
    if (known && !renewed.has(name)) return viewOf(known);
    return present.has(name) ? { ref: UNKNOWN, attribute: () => UNKNOWN } : undefined;
  };
  const scope = scopeOf({ state, stack, blueprint, view });
  const present = presentResources(scope);
  refuseOtherTypes(stack, present);
  const changes: PlannedChange[] = [];
  for (const name of creationOrder(template).filter((one) => present.has(one))) {
    const declared = present.get(name) as ResourceDeclaration;
    const known = stack.resources.get(name);
    if (!known) {
      renewed.add(name);
      changes.push({ logicalId: name, type: declared.Type, action: 'Add', properties: [] });
      continue;
    }
    const properties = await changedProperties(declared, known, blueprint, scope, renewed);
    if (properties.length === 0) continue;
    if (properties.some(({ replaces }) => replaces)) renewed.add(name);
    const { physicalId } = known;
    changes.push({ logicalId: name, type: known.type, action: 'Modify', physicalId, properties });
  }
  const removed = [...stack.resources.values()].filter(({ logicalId }) => !present.has(logicalId));
  return [...removed.map((one) => removal(one, stack)), ...changes];
}

function removal({ logicalId, type, physicalId }: StackResource, { blueprint }: Stack): PlannedChange {
  const policy = blueprint?.template.resources[logicalId]?.DeletionPolicy ?? 'Delete';
  return { logicalId, type, physicalId, action: 'Remove', properties: [], policy };
}

function refuseOtherTypes(stack: Stack, present: ReadonlyMap<string, ResourceDeclaration>): void {
  const others = [...present].flatMap(([name, { Type }]) => {
    const known = stack.resources.get(name);
    return known && known.type !== Type ? [name] : [];
  });
  if (others.length > 0)
    throw validationError(
      `Update of resource type is not permitted. The new template modifies resource type of the following resources: [${others.join(', ')}]`,
    );
}

async function changedProperties(
  declared: ResourceDeclaration,
  known: StackResource,
  blueprint: Blueprint,
  scope: Scope,
  renewed: ReadonlySet<string>,
): Promise<PlannedProperty[]> {
  const type = (await findResourceType(declared.Type)) as ResourceType;
  const after = propertiesFor(declared, type, blueprint, scope);
  return changedNames(known.properties, after).map((name) => {
    const causes = referencesIn(declared.Properties?.[name])
      .filter((one) => renewed.has(one.name))
      .map((one) => (one.attribute === undefined ? one.name : `${one.name}.${one.attribute}`));
    return { name, replaces: type.properties[name]?.replaces ?? false, causes };
  });
}

/** Names the properties that are not the same in both. */
export function changedNames(before: Values, after: Values): string[] {
  return Object.keys({ ...before, ...after }).filter((name) => !sameValue(before[name], after[name]));
}

/** The properties of a resource, worked out and of their types, with the stack's tags. Throws a ValidationError. */
export function propertiesFor(
  { Properties = {} }: ResourceDeclaration,
  type: ResourceType,
  { tags }: Blueprint,
  scope: Scope,
): Values {
  const own = readProperties(evaluateValue(Properties, scope) as Values, type);
  const shape = type.properties.Tags?.shape.kind;
  if (tags.length === 0 || shape === undefined) return own;
  if (shape === 'map') {
    const ofStack = Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
    return { ...own, Tags: { ...ofStack, ...(own.Tags as object | undefined) } };
  }
  const ownTags = (own.Tags ?? []) as readonly { readonly Key: string }[];
  const inherited = tags.filter(({ Key }) => !ownTags.some((one) => one.Key === Key));
  return { ...own, Tags: [...ownTags, ...inherited.map(({ Key, Value }) => ({ Key, Value }))] };
}
