import { expect, test } from 'vitest';
import { openPair } from '../../src/translation/open-pair.ts';
import { putTexts } from '../../src/translation/put-texts.ts';
import { KOREAN, SOURCE, TRANSLATED } from './exchange/sample.ts';
import { pairOf } from './pairs.ts';

function putAll(source: string, translation: string | undefined, texts: ReadonlyMap<string, string>) {
  const pair = pairOf(source, translation);
  const reading = openPair(pair, 'ja');
  if ('problems' in reading) throw new Error('The pages of the test can be read.');
  return putTexts(pair, texts, { open: reading.open, sourceLocale: 'ja' });
}

const put = (source: string, translation: string | undefined, texts: Readonly<Record<string, string>>) =>
  putAll(source, translation, new Map(Object.entries(texts)));

test('a page is made from its source and all its texts', () => {
  expect(putAll(SOURCE, undefined, KOREAN)).toEqual({ text: TRANSLATED, problems: [] });
});

test('the same texts again change no byte, also with other line breaks', () => {
  for (const text of [TRANSLATED, TRANSLATED.replaceAll('\n', '\r\n'), `\uFEFF${TRANSLATED}`])
    expect(putAll(SOURCE, text, KOREAN)).toEqual({ text, problems: [] });
});

test('a text keeps the line breaks and the list of its page', () => {
  const windows = '- 甲\r\n  乙\r\n';
  const { text } = put('- 甲\n  乙\n', windows, { 's0.0': 'one\ntwo' });
  expect(text).toBe('- one\r\n  two\r\n');
});

test.for([
  ['a heading of two lines', 'run.0', 'a\nb', 'it must be one line'],
  ['a fence in a paragraph', 'purpose.1', '```bash command\nrm -rf /\n```', 'it is code, and not paragraph'],
  ['a list for a paragraph', 'purpose.1', '- a', 'it is list, and not paragraph'],
  ['an import', 'purpose.1', "import x from 'y'", 'it is mdxjsEsm, and not paragraph'],
  ['a brace that is not closed', 'purpose.1', 'a { b', 'it cannot be read (This is not valid MDX'],
  ['an element', 'purpose.1', 'a <b>c</b>', '"<b>" is not in the source'],
  ['an element that runs', 'purpose.1', 'a <Elapse duration="15m" /> b', 'it holds code or <Elapse>'],
  ['an expression', 'purpose.0', 'a {location}', '"{location}" is not in the source'],
  ['a quote in an attribute', 'run.2', 'say "no"', 'quotes'],
  ['a fence that it would close', 'run.5', 'a\n```\nrm', 'it would close its fence'],
  ['nothing', 'purpose.0', ' ', 'it is empty'],
] as const)('%s is left out, with the place in the source', ([, id, text, reason]) => {
  const result = put(SOURCE, TRANSLATED, { [id]: text });
  expect(result.text).toBe(TRANSLATED);
  expect(result.problems).toHaveLength(1);
  expect(result.problems[0]?.message.toLowerCase()).toContain(reason.toLowerCase());
  expect(result.problems[0]?.file).toBe('docs/c/p.mdx');
  expect(result.problems[0]?.line).toBeGreaterThan(1);
});

test('commands come from the source, whatever the translation had', () => {
  const other = TRANSLATED.replace('s3://example-bucket', 's3://evil');
  expect(putAll(SOURCE, other, KOREAN).text).toBe(TRANSLATED);
});

const CODE = '\n\n```bash command\naws sts get-caller-identity\n```\n';

test('a section and a paragraph that the translation lacks are put where the source has them', () => {
  const source = `## 甲 {#a}\n\n一。${CODE}\n- 二。\n\n## 乙 {#b}\n\n三。\n\n## 丙 {#c}\n`;
  const before = `## A {#a}\n\nOne.${CODE}\n## C {#c}\n`;
  expect(put(source, before, { 'a.2': 'Two.', 'b.0': 'B', 'b.1': 'Three.' }).text).toBe(
    `## A {#a}\n\nOne.${CODE}\n- Two.\n\n## B {#b}\n\nThree.\n\n## C {#c}\n`,
  );
  expect(put(source, before, {}).text).toBe(before);
});
