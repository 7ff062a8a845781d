import type { Field } from './types.ts';

export interface PlacedField {
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
