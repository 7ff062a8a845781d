import type { Comparison } from '../comparison.ts';
import { align } from '../sequence/align.ts';
import { assign } from '../sequence/assign.ts';
import { compareJson, type JsonPlace, showLines } from './compare.ts';
import { pairKey } from './objects.ts';
import { brief, indent } from './print.ts';
import type { JsonArray, JsonNode } from './types.ts';

/** Elements of the example and of the output that belong together; undefined where one has no other. */
interface Pair {
  readonly expected?: number;
  readonly actual?: number;
}

/** Arrays are in order and of equal length; lists of Key/Value objects are pairs in any order. */
export function compareArrays(
  comparison: Comparison,
  expected: JsonArray,
  actual: JsonArray,
  place: JsonPlace,
): void {
  const keys = tagKeys(expected, actual);
  comparison.show('same', `${indent(place.depth)}${place.before}[`);
  for (const pair of pairsOf(comparison, expected, actual, keys)) {
    comparePair(comparison, expected, actual, pair, {
      path: pathOf(place.path, pair, keys),
      key: place.key,
      depth: place.depth + 1,
      before: '',
      after: isLast(pair, expected, actual) ? '' : ',',
    });
  }
  comparison.show('same', `${indent(place.depth)}]${place.after}`);
}

function comparePair(
  comparison: Comparison,
  expected: JsonArray,
  actual: JsonArray,
  pair: Pair,
  place: JsonPlace,
): void {
  const wanted = expected.items[pair.expected ?? -1];
  const got = actual.items[pair.actual ?? -1];
  if (wanted && got) compareJson(comparison, wanted, got, place);
  else if (wanted?.kind === 'elision') showLines(comparison, 'accepted', wanted, place, 'elision');
  else if (wanted) {
    const message = `The output lacks this element of the example: ${described(wanted)}.`;
    comparison.differ({ kind: 'missing', path: place.path, line: wanted.line, message });
    showLines(comparison, 'expected', wanted, place, 'missing');
  } else if (got && comparison.mode !== 'contains' && !elides(expected)) {
    const message = `The output has an element that the example lacks: ${described(got)}.`;
    comparison.differ({ kind: 'unexpected', path: place.path, line: expected.line, message });
    showLines(comparison, 'actual', got, place, 'not in the example');
  }
}

function pairsOf(
  comparison: Comparison,
  expected: JsonArray,
  actual: JsonArray,
  keys: TagKeys | undefined,
): readonly Pair[] {
  const compare = (attempt: Comparison, i: number, j: number): void => {
    const [wanted, got] = [expected.items[i], actual.items[j]];
    if (wanted && got) compareJson(attempt, wanted, got, { path: '', depth: 0, before: '', after: '' });
  };
  if (keys) return pairsByKey(keys);
  if (comparison.mode === 'unordered' || comparison.mode === 'contains') {
    return pairsInAnyOrder(comparison, expected, actual, compare);
  }
  const steps = align({
    expected: expected.items.length,
    actual: actual.items.length,
    isElision: (i) => expected.items[i]?.kind === 'elision',
    matches: (i, j) => {
      const attempt = comparison.attempt();
      compare(attempt, i, j);
      return !attempt.failed;
    },
  });
  return steps.filter((step) => step.kind !== 'elided');
}

function pairsInAnyOrder(
  comparison: Comparison,
  expected: JsonArray,
  actual: JsonArray,
  compare: (attempt: Comparison, expected: number, actual: number) => void,
): Pair[] {
  const wanted = expected.items.flatMap((item, index) => (item.kind === 'elision' ? [] : [index]));
  const found = assign(comparison, {
    expected: wanted.length,
    actual: actual.items.length,
    compare: (attempt, i, j) => compare(attempt, wanted[i] ?? -1, j),
  });
  const free = actual.items.map((_, index) => index).filter((index) => !found.includes(index));
  // What found no partner is shown beside what is left over, so that the writer sees how they differ.
  const both = comparison.mode === 'unordered' && !elides(expected);
  const pairs = wanted.map(
    (index, i): Pair => ({ expected: index, actual: found[i] ?? (both ? free.shift() : undefined) }),
  );
  return [...pairs, ...free.map((index) => ({ actual: index }))];
}

interface TagKeys {
  readonly expected: readonly (string | undefined)[];
  readonly actual: readonly (string | undefined)[];
}

/** The keys of two lists of Key/Value objects; undefined where one of them is no such list or has a key twice. */
function tagKeys(expected: JsonArray, actual: JsonArray): TagKeys | undefined {
  const keys = { expected: expected.items.map(pairKey), actual: actual.items.map(pairKey) };
  const isElision = (index: number) => expected.items[index]?.kind === 'elision';
  const wanted = keys.expected.filter((_, index) => !isElision(index));
  const unique = (list: readonly (string | undefined)[]) =>
    !list.includes(undefined) && new Set(list).size === list.length;
  return wanted.length > 0 && unique(wanted) && unique(keys.actual) ? keys : undefined;
}

function pairsByKey({ expected, actual }: TagKeys): Pair[] {
  const pairs = expected.map((key, index): Pair => {
    const found = key === undefined ? -1 : actual.indexOf(key);
    return found === -1 ? { expected: index } : { expected: index, actual: found };
  });
  const taken = new Set(pairs.map((pair) => pair.actual));
  return [...pairs, ...actual.flatMap((_, index) => (taken.has(index) ? [] : [{ actual: index }]))];
}

const elides = (array: JsonArray): boolean => array.items.some((item) => item.kind === 'elision');

function described(node: JsonNode): string {
  const key = pairKey(node);
  return key === undefined ? brief(node) : `Key "${key}"`;
}

function pathOf(path: string, pair: Pair, keys: TagKeys | undefined): string {
  const key = keys?.expected[pair.expected ?? -1] ?? keys?.actual[pair.actual ?? -1];
  return `${path}[${key ?? pair.expected ?? pair.actual}]`;
}

const isLast = (pair: Pair, expected: JsonArray, actual: JsonArray): boolean =>
  pair.expected === undefined
    ? pair.actual === actual.items.length - 1
    : pair.expected === expected.items.length - 1;
