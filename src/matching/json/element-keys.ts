import type { JsonArray, JsonNode } from '../../procedure/json/index.ts';
import type { ComparisonState } from '../comparison.ts';
import type { Pair } from '../sequence/types.ts';
import { fixedWords, isTimeKey, wordsOf } from '../values/index.ts';

/** The key of a Key/Value (or Name/Value) pair: it says what its value is. */
export function pairKey(node: JsonNode): string | undefined {
  if (node.kind !== 'object' || !node.entries.has('Value')) return undefined;
  const key = node.entries.get('Key') ?? node.entries.get('Name');
  return key?.kind === 'string' ? key.value : undefined;
}

/** The keys of two lists of pairs, element by element; an elision has none. */
export interface PairKeys {
  readonly expected: readonly (string | undefined)[];
  readonly actual: readonly (string | undefined)[];
}

/** The keys of two lists of Key/Value objects; undefined where one of them is no such list or has a key twice. */
export function pairKeys(expected: JsonArray, actual: JsonArray): PairKeys | undefined {
  const keys = { expected: expected.items.map(pairKey), actual: actual.items.map(pairKey) };
  const wanted = keys.expected.filter((_, index) => expected.items[index]?.kind !== 'elision');
  const unique = (list: readonly (string | undefined)[]) =>
    !list.includes(undefined) && new Set(list).size === list.length;
  return wanted.length > 0 && unique(wanted) && unique(keys.actual) ? keys : undefined;
}

export function pairsByKey({ expected, actual }: PairKeys): Pair[] {
  const pairs = expected.map((key, index): Pair => {
    const found = key === undefined ? -1 : actual.indexOf(key);
    return found === -1 ? { expected: index } : { expected: index, actual: found };
  });
  const taken = new Set(pairs.map((pair) => pair.actual));
  return [...pairs, ...actual.flatMap((_, index) => (taken.has(index) ? [] : [{ actual: index }]))];
}

/** Texts to know an element by: the words and numbers in it, each with its keys. Of an example, only what does not vary. */
export function marksOf(
  comparison: ComparisonState,
  node: JsonNode,
  side: 'expected' | 'actual',
  { path, key }: { readonly path: string; readonly key?: string },
): readonly string[] {
  switch (node.kind) {
    case 'elision':
      return [];
    case 'object':
      return [...node.entries].flatMap(([name, value]) => {
        const meaning = name === 'Value' ? (pairKey(node) ?? name) : name;
        return marksOf(comparison, value, side, { path: `${path}.${meaning}`, key: meaning });
      });
    case 'array':
      return node.items.flatMap((item) => marksOf(comparison, item, side, { path, key }));
    case 'string': {
      const words =
        side === 'actual' ? wordsOf(node.value) : fixedWords(comparison, node.value, { key, whole: true });
      return words.map((word) => `${path} ${word}`);
    }
    default:
      return node.kind === 'number' && isTimeKey(key) ? [] : [`${path} ${node.text}`];
  }
}
