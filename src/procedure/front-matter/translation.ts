import { isMap, isSeq, type Pair, type YAMLMap } from 'yaml';
import { type NodeReading, pairOf, reportUnknownKeys, stringOf, wrongType } from './nodes.ts';
import type { TranslatedHeading, TranslationMark } from './types.ts';

const PATH = 'tejun.translation';
const EXAMPLE = "written by `tejun i18n accept`: translation: [{ heading: purpose, prose: '...' }]";

export function readTranslation(pair: Pair | undefined, reading: NodeReading): TranslationMark | undefined {
  if (!pair) return undefined;
  if (isMap(pair.value)) return readWholePage(pair.value, reading);
  if (!isSeq(pair.value)) {
    wrongType(reading, pair.value ?? pair.key, PATH, 'a list of headings', EXAMPLE);
    return undefined;
  }
  return { headings: pair.value.items.flatMap((item) => readHeading(item, reading) ?? []) };
}

function readHeading(item: unknown, reading: NodeReading): TranslatedHeading | undefined {
  if (!isMap(item)) {
    wrongType(reading, item, PATH, 'a list of headings', EXAMPLE);
    return undefined;
  }
  reportUnknownKeys(item, PATH, ['heading', 'prose', 'state'], reading);
  const heading = pairOf(item, 'heading');
  const name = stringOf(heading?.value);
  if (name === undefined)
    wrongType(reading, heading?.value ?? item, `${PATH}.heading`, 'an anchor or a heading', EXAMPLE);
  const prose = hexOf(item, { key: 'prose', digits: 16, expected: 'a hash' }, reading);
  const state = pairOf(item, 'state');
  if (state && stringOf(state.value) !== 'machine')
    wrongType(reading, state.value ?? state.key, `${PATH}.state`, '`machine`, or left out', EXAMPLE);
  if (name === undefined || prose === undefined) return undefined;
  return { heading: name, prose, ...(state && { isMachine: true }) };
}

/** Reads the form of 0.2.0, one version for the whole page. */
function readWholePage(map: YAMLMap, reading: NodeReading): TranslationMark | undefined {
  reportUnknownKeys(map, PATH, ['source', 'prose'], reading);
  const source = hexOf(map, { key: 'source', digits: 40, expected: 'a blob id of git' }, reading);
  const prose = hexOf(map, { key: 'prose', digits: 16, expected: 'a hash' }, reading);
  return source && prose ? { source, prose } : undefined;
}

function hexOf(
  map: YAMLMap,
  { key, digits, expected }: { readonly key: string; readonly digits: number; readonly expected: string },
  reading: NodeReading,
): string | undefined {
  const value = pairOf(map, key);
  const text = stringOf(value?.value);
  if (text && new RegExp(`^[0-9a-f]{${digits}}$`).test(text)) return text;
  const what = `${expected}: ${digits} hexadecimal digits, in quotes`;
  wrongType(reading, value?.value ?? value?.key ?? map, `${PATH}.${key}`, what, EXAMPLE);
  return undefined;
}
