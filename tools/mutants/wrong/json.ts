import { isObject, type Json, readJson, sites } from '../json.ts';
import type { Change, PublishedResult } from '../types.ts';

/** Kinds of wrong values, by what stands there in a right run: the replacements of each, none where it does not apply. */
const KINDS: Readonly<Record<string, (value: Json) => readonly Json[]>> = {
  null: (value) => (value === null ? [] : [null]),
  'an empty text': (value) => (typeof value === 'string' && value !== '' ? [''] : []),
  'another text': (value) => (typeof value === 'string' ? ['not what was expected'] : []),
  'a value of another kind': (value) => (typeof value === 'string' ? ofOtherKinds(value) : []),
  'one character more': (value) => (typeof value === 'string' ? [`${value}~`] : []),
  'a text before': (value) => (typeof value === 'string' && value !== '' ? [`other-${value}`] : []),
  'half of the text': (value) =>
    typeof value === 'string' && value.length > 1 ? [value.slice(0, value.length >> 1)] : [],
  'another word in the text': (value) => (typeof value === 'string' ? otherWords(value) : []),
  'letters in the other case': (value) =>
    typeof value === 'string' && otherCase(value) !== value ? [otherCase(value)] : [],
  'another Region': (value) => (typeof value === 'string' ? otherRegion(value) : []),
  'another block of addresses': (value) => (typeof value === 'string' ? otherBlock(value) : []),
  'a number as text': (value) => (typeof value === 'number' ? [String(value)] : []),
  'a text as number': (value) => (typeof value === 'string' ? [7] : []),
  'another number': (value) => (typeof value === 'number' ? [value + 1, -value - 1, value * 10 + 3] : []),
  'the other truth': (value) => (typeof value === 'boolean' ? [!value] : []),
  'truth as text': (value) => (typeof value === 'boolean' ? [String(value)] : []),
  'a value in an array': (value) => [[value]],
  // `{}` with one more key is a right run.
  'a value in an object': (value) => (JSON.stringify(value) === '{}' ? [] : [{ Value: value }]),
  'an empty array': (value) => (Array.isArray(value) && value.length > 0 ? [[]] : []),
  'an element is missing': (value) =>
    Array.isArray(value) ? value.map((_, index) => value.filter((__, other) => other !== index)) : [],
  'an element stands twice': (value) =>
    Array.isArray(value) ? value.map((item, index) => value.toSpliced(index, 0, item)) : [],
  'a foreign element': (value) =>
    Array.isArray(value)
      ? [
          [...value, 'foreign'],
          ['foreign', ...value],
        ]
      : [],
  'another order': (value) =>
    Array.isArray(value) && JSON.stringify(value) !== JSON.stringify(value.toReversed())
      ? [value.toReversed()]
      : [],
  'a key is missing': (value) =>
    isObject(value) ? Object.keys(value).map((key) => without(value, key)) : [],
  'a key has another name': (value) =>
    isObject(value)
      ? Object.keys(value).map((key) => ({ ...without(value, key), [`${key}s`]: value[key] ?? null }))
      : [],
  'an empty object': (value) => (isObject(value) && Object.keys(value).length > 0 ? [{}] : []),
  'two values are swapped': (value) => (isObject(value) ? swapped(value) : []),
};

/** Makes every wrong change of every kind in what the step printed as JSON. */
export function* wrongJson({ output }: PublishedResult): Iterable<Change> {
  const tree = readJson(output.stdout);
  if (tree === undefined) return;
  for (const { value, path, replace } of sites(tree)) {
    for (const [kind, replacements] of Object.entries(KINDS)) {
      for (const by of replacements(value)) {
        const stdout = `${JSON.stringify(replace(by), null, 4)}\n`;
        yield { kind, path, from: brief(value), to: brief(by), output: { ...output, stdout } };
      }
    }
  }
}

const brief = (value: Json): string => {
  const text = JSON.stringify(value);
  return text.length <= 100 ? text : `${text.slice(0, 97)}...`;
};

/** Values of several kinds, each with what it looks like. */
const OTHER_KINDS: readonly (readonly [string, RegExp])[] = [
  ['2026-02-03T04:05:06+00:00', /^\d{4}-\d\d-\d\d/],
  ['vpc-0123456789abcdef0', /^[a-z-]+-[0-9a-f]+$/],
  ['192.0.2.7', /^\d+(?:\.\d+){3}$/],
  ['https://example.com/', /^https?:/],
  ['true', /^(?:true|false)$/],
];

const ofOtherKinds = (text: string): string[] =>
  OTHER_KINDS.flatMap(([value, looks]) => (looks.test(text) ? [] : [value]));

const without = (value: { [key: string]: Json }, key: string): { [key: string]: Json } =>
  Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));

const otherCase = (text: string): string =>
  text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();

/** Each word of letters but no digits replaced by another word. */
const otherWords = (text: string): string[] =>
  [...text.matchAll(/(?<![A-Za-z0-9])[A-Za-z]{2,}(?![A-Za-z0-9])/g)].map(
    ({ 0: word, index }) => `${text.slice(0, index)}another${text.slice(index + word.length)}`,
  );

const otherRegion = (text: string): string[] =>
  /\b[a-z]{2}-[a-z]+-\d\b/.test(text) ? [text.replace(/\b[a-z]{2}-[a-z]+-\d\b/, 'eu-central-9')] : [];

const otherBlock = (text: string): string[] => {
  const found = /^(\d+\.\d+\.)(\d+)(\.\d+\/)(\d+)$/.exec(text);
  if (!found) return [];
  const [, start = '', third = '', middle = '', length = ''] = found;
  return [
    `${start}${(Number(third) + 1) % 256}${middle}${length}`,
    `${start}${third}${middle}${(Number(length) + 1) % 33}`,
  ];
};

/** Two members of unlike looks that have changed places: `State` and `VpcId`. */
function swapped(value: { [key: string]: Json }): Json[] {
  const texts = Object.entries(value).filter(([, item]) => typeof item === 'string');
  return texts.flatMap(([key, item], index) => {
    const [other, otherItem] = texts[index + 1] ?? [];
    if (other === undefined || otherItem === undefined || looks(item) === looks(otherItem)) return [];
    return [{ ...value, [key]: otherItem, [other]: item }];
  });
}

/** The classes of a text's characters, each run as one. */
const looks = (item: Json | undefined): string =>
  String(item)
    .replace(/[0-9]+/g, '0')
    .replace(/[A-Za-z]+/g, 'a');
