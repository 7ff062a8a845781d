import type { JsonArray, JsonNode } from '../../procedure/json/index.ts';
import type { ComparisonState } from '../comparison.ts';
import { pairUp } from '../sequence/pair-up.ts';
import type { Pair } from '../sequence/types.ts';
import { marksOf, type PairKeys, pairKey, pairKeys, pairsByKey } from './element-keys.ts';
import { brief, type CompareNodes, indent, type JsonPosition, showLines } from './print.ts';

/** Arrays are in order and of equal length; lists of Key/Value objects are pairs in any order. */
export function compareArrays(
  comparison: ComparisonState,
  expected: JsonArray,
  actual: JsonArray,
  place: JsonPosition,
  compare: CompareNodes,
): void {
  const { keys, pairs } = pairItems(comparison, expected, actual, place.key, compare);
  comparison.show('same', `${indent(place.depth)}${place.before}[`);
  for (const [index, pair] of pairs.entries()) {
    if (comparison.isSettled) return;
    const inside: JsonPosition = {
      path: pathOf(place.path, pair, keys),
      key: place.key,
      depth: place.depth + 1,
      before: '',
      after: index === pairs.length - 1 ? '' : ',',
    };
    comparePair(comparison, expected, actual, pair, inside, compare);
  }
  comparison.show('same', `${indent(place.depth)}]${place.after}`);
}

/** Compares two elements, or reports the one that has no other. */
export function comparePair(
  comparison: ComparisonState,
  expected: JsonArray,
  actual: JsonArray,
  pair: Pair,
  place: JsonPosition,
  compare: CompareNodes,
): void {
  const [wanted, got] = [expected.items[pair.expected ?? -1], actual.items[pair.actual ?? -1]];
  if (wanted && got) compare(comparison, wanted, got, place);
  else if (wanted) reportAbsent(comparison, wanted, place);
  else if (got) reportSurplus(comparison, expected, got, place);
}

/** Which elements belong together, and by which keys where they are pairs of Key and Value. */
export function pairItems(
  comparison: ComparisonState,
  expected: JsonArray,
  actual: JsonArray,
  key: string | undefined,
  compare: CompareNodes,
): { readonly keys?: PairKeys; readonly pairs: readonly Pair[] } {
  const keys = pairKeys(expected, actual);
  return { keys, pairs: keys ? pairsByKey(keys) : pairsOf(comparison, expected, actual, key, compare) };
}

function pairsOf(
  comparison: ComparisonState,
  expected: JsonArray,
  actual: JsonArray,
  key: string | undefined,
  compare: CompareNodes,
): readonly Pair[] {
  return pairUp(comparison, {
    expected: expected.items.length,
    actual: actual.items.length,
    isElision: (index) => expected.items[index]?.kind === 'elision',
    compare: (attempt, i, j) => {
      const [wanted, got] = [expected.items[i], actual.items[j]];
      if (wanted && got) compare(attempt, wanted, got, { path: '', key, depth: 0, before: '', after: '' });
    },
    marks: (side, index) => {
      const node = (side === 'expected' ? expected : actual).items[index];
      return node ? marksOf(comparison, node, side, { path: '', key }) : [];
    },
  });
}

function reportAbsent(comparison: ComparisonState, wanted: JsonNode, place: JsonPosition): void {
  if (wanted.kind === 'elision') {
    showLines(comparison, 'accepted', wanted, place, 'elision');
    return;
  }
  if (comparison.failTrial()) return;
  const message = `The output lacks this element of the example: ${described(wanted)}.`;
  comparison.differ({ kind: 'missing', path: place.path, line: wanted.line, message });
  showLines(comparison, 'expected', wanted, place, 'missing');
}

function reportSurplus(
  comparison: ComparisonState,
  expected: JsonArray,
  got: JsonNode,
  place: JsonPosition,
): void {
  if (comparison.mode === 'contains' || expected.items.some((item) => item.kind === 'elision')) return;
  if (comparison.failTrial()) return;
  const message = `The output has an element that the example lacks: ${described(got)}.`;
  comparison.differ({ kind: 'unexpected', path: place.path, line: expected.line, message });
  showLines(comparison, 'actual', got, place, 'not in the example');
}

function described(node: JsonNode): string {
  const key = pairKey(node);
  return key === undefined ? brief(node) : `Key "${key}"`;
}

function pathOf(path: string, pair: Pair, keys: PairKeys | undefined): string {
  const key = keys?.expected[pair.expected ?? -1] ?? keys?.actual[pair.actual ?? -1];
  return `${path}[${key ?? pair.expected ?? pair.actual}]`;
}
