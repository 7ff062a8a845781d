import type { Field, FilterPattern, PatternCondition, PatternStep, Selector } from './types.ts';

interface PlacedField {
  readonly field: Field;
  readonly value: string;
  /** From 1 on. */
  readonly number: number;
}

const PART = /"([^"]*)"|\[([^\]]*)\]|(\S+)/g;

/**
 * Splits a message at its spaces and gives each part the field of a pattern; what is in quotes or in brackets is one
 * part. Undefined where the message has more or fewer parts than the pattern. `...` stands for any number of them.
 */
export function splitFields(message: string, fields: readonly Field[]): PlacedField[] | undefined {
  const parts = [...message.matchAll(PART)].map(
    ([, quoted, bracketed, word]) => quoted ?? bracketed ?? word ?? '',
  );
  const rest = fields.findIndex(({ kind }) => kind === 'rest');
  const filled = rest < 0 ? fields : spread(fields, rest, parts.length);
  if (filled.length !== parts.length) return undefined;
  return parts.map((value, index) => ({
    field: filled[index] as Field,
    value,
    number: index + 1,
  }));
}

function spread(fields: readonly Field[], rest: number, length: number): readonly Field[] {
  const missing = Math.max(0, length - (fields.length - 1));
  return [
    ...fields.slice(0, rest),
    ...Array.from({ length: missing }, (): Field => ({ kind: 'rest' })),
    ...fields.slice(rest + 1),
  ];
}

/** Reads a message that is a JSON object, or a list; undefined for any other. */
export function readJsonObject(message: string): object | undefined {
  // Most messages are no JSON: a look at their beginning is cheaper than an exception.
  if (!/^\s*[{[]/.test(message)) return undefined;
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

/** The values at the end of a selector's steps; none where the event does not have it. */
export function valuesAt(root: unknown, steps: readonly PatternStep[]): unknown[] {
  return steps.reduce<unknown[]>((values, step) => values.flatMap((value) => stepInto(value, step)), [root]);
}

function stepInto(value: unknown, step: PatternStep): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('any' in step) return Object.values(value);
  if ('index' in step) return Array.isArray(value) && step.index < value.length ? [value[step.index]] : [];
  return !Array.isArray(value) && Object.hasOwn(value, step.name)
    ? [(value as Record<string, unknown>)[step.name]]
    : [];
}

/**
 * The values that a pattern finds in a message: its fields (`$status`; `$3` for the third where it has no name), or the
 * properties that it looks at (`$.user.id`). Terms have none. Source for fields: API reference, TestMetricFilter.
 */
export function extractValues(pattern: FilterPattern, message: string): Record<string, string> {
  if (pattern.kind === 'terms') return {};
  if (pattern.kind === 'fields')
    return Object.fromEntries(
      (splitFields(message, pattern.fields) ?? []).map(({ field, value, number }) => [
        `$${field.kind === 'field' ? field.name : number}`,
        value,
      ]),
    );
  const root = readJsonObject(message);
  return Object.fromEntries(
    selectorsOf(pattern.condition).flatMap(({ steps, text }) =>
      valuesAt(root, steps)
        .slice(0, 1)
        .map((value) => [text, typeof value === 'string' ? value : JSON.stringify(value)]),
    ),
  );
}

function selectorsOf(condition: PatternCondition<Selector>): Selector[] {
  if ('left' in condition) return [...selectorsOf(condition.left), ...selectorsOf(condition.right)];
  return [condition.subject];
}
