import type { JsonNode } from '../../procedure/json/index.ts';
import type { ComparisonState } from '../comparison.ts';
import { fixedWords, isTimeKey, wordsOf } from '../values/index.ts';
import { pairKey } from './pair-key.ts';

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
