import type { Pair } from 'yaml';
import { mapOf, type NodeReading, pairOf, reportUnknownKeys, stringOf, wrongType } from './nodes.ts';
import type { TranslationMark } from './types.ts';

const TRANSLATION_KEYS = ['source', 'prose'];

export function readTranslation(pair: Pair | undefined, reading: NodeReading): TranslationMark | undefined {
  const path = 'tejun.translation';
  const example = "written by `tejun i18n accept`: translation: { source: '...', prose: '...' }";
  const map = pair && mapOf(pair, path, example, reading);
  if (!map) return undefined;
  reportUnknownKeys(map, path, TRANSLATION_KEYS, reading);
  const hex = (key: string, digits: number, expected: string): string | undefined => {
    const value = pairOf(map, key);
    const text = stringOf(value?.value);
    if (text && new RegExp(`^[0-9a-f]{${digits}}$`).test(text)) return text;
    wrongType(reading, value?.value ?? value?.key ?? pair.key, `${path}.${key}`, expected, example);
    return undefined;
  };
  const source = hex('source', 40, 'a blob id of git: 40 hexadecimal digits, in quotes');
  const prose = hex('prose', 16, 'a hash: 16 hexadecimal digits, in quotes');
  return source && prose ? { source, prose } : undefined;
}
