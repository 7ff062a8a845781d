import type { JsonNode } from '../../procedure/json/index.ts';
import type { ComparisonState } from '../comparison.ts';
import { print } from './print.ts';

/** Position of two values, and how they are printed there. */
export interface JsonPosition {
  /** `Vpcs[0].Tags[Name].Value`; empty for the whole document. */
  readonly path: string;
  /** The key that says what a string is: its own, or that of the Key/Value pair that it is the value of. */
  readonly key?: string;
  readonly depth: number;
  readonly before: string;
  readonly after: string;
}

/** Compares two values; objects and arrays are given it for what they hold. */
export type CompareNodes = (
  comparison: ComparisonState,
  expected: JsonNode,
  actual: JsonNode,
  place: JsonPosition,
) => void;

/** Shows a value's lines, the note beside the first. */
export function showLines(
  comparison: ComparisonState,
  kind: 'same' | 'accepted' | 'expected' | 'actual' | 'extra',
  node: JsonNode,
  place: JsonPosition,
  note?: string,
): void {
  if (comparison.isTrial) return;
  for (const [index, text] of print(node, place.depth, place.before, place.after).entries()) {
    comparison.show(kind, text, index === 0 ? note : undefined);
  }
}
