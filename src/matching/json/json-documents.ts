import type { JsonArray, JsonNode } from '../../procedure/json/index.ts';
import type { ComparisonState } from '../comparison.ts';
import type { Pair } from '../sequence/types.ts';
import { queriedKey } from '../values/index.ts';
import { comparePair, pairItems } from './arrays.ts';
import { compareJson } from './compare-json.ts';

/** Pairs the values that an example and an output consist of: in order, unless an elision stands between them. */
export function pairDocuments(
  comparison: ComparisonState,
  expected: readonly JsonNode[],
  actual: readonly JsonNode[],
): readonly Pair[] {
  if (hasElisions(expected))
    return pairItems(comparison, asArray(expected), asArray(actual), undefined, compareJson).pairs;
  return expected.map((_, index) => ({ expected: index, actual: actual[index] && index }));
}

/** Compares the values that an example and an output consist of. Returns false if there are too many or too few. */
export function compareDocuments(
  comparison: ComparisonState,
  expected: readonly JsonNode[],
  actual: readonly JsonNode[],
): boolean {
  if (expected.length !== actual.length && !hasElisions(expected)) return false;
  const several = Math.max(expected.length, actual.length) > 1;
  for (const pair of pairDocuments(comparison, expected, actual)) {
    const path = several ? `#${(pair.expected ?? pair.actual ?? 0) + 1}` : '';
    const place = { path, key: queriedKey(comparison.context), depth: 0, before: '', after: '' };
    comparePair(comparison, asArray(expected), asArray(actual), pair, place, compareJson);
  }
  return true;
}

/** A lone elision is a value like any other. */
const hasElisions = (values: readonly JsonNode[]): boolean =>
  values.length > 1 && values.some(({ kind }) => kind === 'elision');

const asArray = (items: readonly JsonNode[]): JsonArray => ({
  kind: 'array',
  items,
  line: items[0]?.line ?? 1,
  start: 0,
  end: 0,
});
