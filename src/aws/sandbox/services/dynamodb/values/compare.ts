import { toHex } from '@smithy/core/serde';
import { compareNumbers } from './decimal.ts';
import type { AttributeValue } from './types.ts';

export type AttributeType = 'S' | 'N' | 'B' | 'SS' | 'NS' | 'BS' | 'M' | 'L' | 'NULL' | 'BOOL';

/** The type of a value that has been checked. */
export function typeOf(value: AttributeValue): AttributeType {
  return Object.keys(value)[0] as AttributeType;
}

/** Tells whether two values are equal: of sets and maps the order says nothing, numbers are equal by value. */
export function equalValues(left: AttributeValue, right: AttributeValue): boolean {
  return valueKey(left) === valueKey(right);
}

/** A text that equal values share, and no others. */
export function valueKey(value: AttributeValue): string {
  return JSON.stringify(canonical(value));
}

function canonical(value: AttributeValue): unknown {
  if (value.B !== undefined) return ['B', toHex(value.B)];
  if (value.SS !== undefined) return ['SS', [...value.SS].sort()];
  if (value.NS !== undefined) return ['NS', [...value.NS].sort()];
  if (value.BS !== undefined) return ['BS', value.BS.map(toHex).sort()];
  if (value.L !== undefined) return ['L', value.L.map(canonical)];
  if (value.M !== undefined) {
    const entries = Object.entries(value.M).map(([name, one]) => [name, canonical(one)] as const);
    return ['M', entries.sort(([a], [b]) => (a < b ? -1 : 1))];
  }
  return Object.entries(value)[0];
}

/** Orders two values of one ordered type (S by bytes of UTF-8, N, B); undefined for all others. */
export function compareValues(left: AttributeValue, right: AttributeValue): number | undefined {
  if (left.N !== undefined && right.N !== undefined) return compareNumbers(left.N, right.N);
  if (left.S !== undefined && right.S !== undefined)
    return compareBytes(new TextEncoder().encode(left.S), new TextEncoder().encode(right.S));
  if (left.B !== undefined && right.B !== undefined) return compareBytes(left.B, right.B);
  return undefined;
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
