import type { NormalizedSchema } from '@smithy/core/schema';
import type { CliModel } from '../model/index.ts';

type Scalar = 'string' | 'integer' | 'long' | 'float' | 'boolean' | 'blob' | 'timestamp';

/** A parameter's shape as the CLI sees it: the SDK's schema with what only the CLI's model knows. */
export interface Shape {
  readonly kind: Scalar | 'structure' | 'list' | 'map';
  /** Least value, or length of a string or list. */
  readonly least?: number;
  /** Of a string with a list of values: the first of them. */
  readonly sample?: string;
  /** A blob that is sent as it comes, from a file. */
  readonly streaming: boolean;
  /** Its name in the SDK's schemas. */
  readonly name: string;
  /** Of a list of an answer: what the CLI calls its texts. */
  readonly itemName?: string;
  /** Of a structure, in the CLI's order. */
  members(): readonly Member[];
  /** Of a list or map: what its items are. */
  item(): Shape;
}

export interface Member {
  readonly name: string;
  readonly required: boolean;
  /** Not known to 2.9.19. */
  readonly newerThanCli: boolean;
  readonly shape: Shape;
}

interface Context {
  readonly number: string;
  readonly least?: number;
  readonly itemLeast?: number;
  readonly sample?: string;
  readonly itemName?: string;
}

export function shapeOf(
  schema: NormalizedSchema,
  model: CliModel,
  context: Context = { number: 'integer' },
): Shape {
  return {
    kind: kindOf(schema, context.number),
    least: context.least,
    sample: context.sample,
    streaming: schema.isBlobSchema() && schema.isStreaming(),
    name: schema.getName() ?? '',
    itemName: context.itemName,
    members: () => membersOf(schema, model),
    item: () => {
      const { number, itemLeast, sample } = context;
      return shapeOf(schema.getValueSchema(), model, { number, least: itemLeast, sample });
    },
  };
}

function kindOf(schema: NormalizedSchema, number: string): Shape['kind'] {
  if (schema.isStructSchema() || schema.isUnionSchema() || schema.isUnitSchema()) return 'structure';
  if (schema.isListSchema()) return 'list';
  if (schema.isMapSchema()) return 'map';
  if (schema.isTimestampSchema()) return 'timestamp';
  if (schema.isBooleanSchema()) return 'boolean';
  if (schema.isNumericSchema()) return number as Scalar;
  return schema.isBlobSchema() ? 'blob' : 'string';
}

function membersOf(schema: NormalizedSchema, model: CliModel): Member[] {
  if (!schema.isStructSchema()) return [];
  const name = schema.getName() ?? '';
  const required = requiredOf(schema, model);
  const newerMembers = model.addedSince[name]?.split(' ') ?? [];
  return orderedMembers(schema, model).map(([member, memberSchema]) => {
    const least = [model.min[name]?.[member] ?? []].flat();
    const context = {
      ...{ number: model.numbers[name]?.[member] ?? 'integer' },
      ...{ least: least[0] || undefined, itemLeast: least[1] },
      sample: model.enums[name]?.[member],
      itemName: model.listItemNames[name]?.[member],
    };
    return {
      name: member,
      newerThanCli: newerMembers.includes(member),
      required:
        required.has(member) &&
        !newerMembers.includes(member) &&
        !memberSchema.getMergedTraits().idempotencyToken,
      shape: shapeOf(memberSchema, model, context),
    };
  });
}

/** A structure's members in the CLI's order; those that 2.9.19 does not know come last. */
export function orderedMembers(schema: NormalizedSchema, model: CliModel): [string, NormalizedSchema][] {
  const members = new Map(schema.structIterator());
  const named = model.memberOrder[schema.getName() ?? '']?.split(' ') ?? [];
  const rest = [...members.keys()].filter((member) => !named.includes(member));
  return [...named, ...rest].flatMap((member) => {
    const found = members.get(member);
    return found ? [[member, found] as [string, NormalizedSchema]] : [];
  });
}

function requiredOf(schema: NormalizedSchema, model: CliModel): ReadonlySet<string> {
  const known = model.required[schema.getName() ?? ''];
  if (known !== undefined) return new Set(known.split(' '));
  // The schema's seventh element counts the leading members that are required.
  const count = (schema.getSchema() as readonly unknown[])[6];
  const names = [...schema.structIterator()].map(([name]) => name);
  return new Set(names.slice(0, typeof count === 'number' ? count : 0));
}
