import type { NormalizedSchema } from '@smithy/core/schema';
import fc from 'fast-check';

export interface ValueOptions {
  readonly text: fc.Arbitrary<string>;
  /** Leaves out members that the SDK fills in or checks itself. */
  readonly skip: (name: string, schema: NormalizedSchema) => boolean;
}

/** Values of a schema, as the SDK takes and gives them. Nested structures end at some depth. */
export function valuesOf(schema: NormalizedSchema, options: ValueOptions, depth = 4): fc.Arbitrary<unknown> {
  if (schema.isListSchema())
    return fc.array(valuesOf(schema.getValueSchema(), options, depth - 1), { minLength: 1, maxLength: 3 });
  if (schema.isMapSchema())
    return fc.dictionary(
      fc.stringMatching(/^[a-z]{1,5}$/),
      valuesOf(schema.getValueSchema(), options, depth - 1),
      { minKeys: 1, maxKeys: 3 },
    );
  if (schema.isStructSchema()) return structures(schema, options, depth);
  if (schema.isTimestampSchema())
    return fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000));
  if (schema.isBooleanSchema()) return fc.boolean();
  if (schema.isNumericSchema()) return fc.integer({ min: -1000, max: 2 ** 31 });
  if (schema.isBlobSchema()) return fc.uint8Array({ minLength: 1, maxLength: 20 });
  return options.text;
}

function structures(
  schema: NormalizedSchema,
  options: ValueOptions,
  depth: number,
): fc.Arbitrary<Record<string, unknown>> {
  const members = [...schema.structIterator()].filter(
    ([name, member]) =>
      !options.skip(name, member) && (depth > 0 || !(member.isStructSchema() || member.isListSchema())),
  );
  const some = (keys: typeof members) =>
    fc.record(
      Object.fromEntries(keys.map(([name, member]) => [name, valuesOf(member, options, depth - 1)])),
      { requiredKeys: keys.slice(0, 1).map(([name]) => name), noNullPrototype: true },
    );
  // A structure without members leaves no trace in a form, and a union has exactly one.
  if (members.length === 0) return fc.constant({});
  if (schema.isUnionSchema()) return fc.constantFrom(...members).chain((member) => some([member]));
  return fc.shuffledSubarray(members, { minLength: 1, maxLength: Math.min(8, members.length) }).chain(some);
}

/** Without structures and lists that hold nothing: forms and XML do not show them. */
export function pruned(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(pruned).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array)
    return value;
  const entries = Object.entries(value)
    .map(([name, member]) => [name, pruned(member)] as const)
    .filter(([, member]) => member !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
