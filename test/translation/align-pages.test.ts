import { expect, test } from 'vitest';
import { alignPages } from '../../src/translation/align-pages.ts';
import { SOURCE, TEXTS, TRANSLATED } from './exchange/sample.ts';
import { outline } from './outlines.ts';

const align = (source: string, translation: string) =>
  alignPages(outline(source), outline(translation), 'ja');

test('every text of a page has a name and its counterpart', () => {
  const { units, gaps } = align(SOURCE, TRANSLATED);
  expect(units.map(({ id, source }) => [id, source.text])).toEqual(TEXTS);
  expect(units.filter(({ place }) => place === undefined)).toEqual([]);
  expect(gaps).toEqual([]);
});

test('what holds no words of the source is no text to translate', () => {
  const { units } = align('## A\n\nAWS CLI\n\n`名前`\n\n名前\n', '## A\n\nAWS CLI\n\n`名前`\n\nName\n');
  expect(units.map(({ source, place }) => [source.text, place?.text])).toEqual([['名前', 'Name']]);
});

test('two paragraphs that a translator has joined stand for each other as a whole', () => {
  const { units } = align('## 甲 {#a}\n\n一。\n\n二。\n', '## A {#a}\n\nOne. Two.\n');
  expect(units.map(({ id, source, place }) => [id, source.kind, source.text, place?.text])).toEqual([
    ['a.0', 'heading', '甲', 'A'],
    ['a.1', 'raw', '一。\n\n二。', 'One. Two.'],
  ]);
});

const CODE = '\n\n```bash command\naws sts get-caller-identity\n```\n';

test('what a translation lacks is a gap where it belongs', () => {
  const { units, gaps } = align(
    `## 甲 {#a}\n\n一。${CODE}\n- 二。\n\n## 乙 {#b}\n\n三。\n\n## 丙 {#c}\n`,
    `## A {#a}\n\nOne.${CODE}\n\n## C {#c}\n`,
  );
  expect(units.filter(({ place }) => !place).map(({ id }) => id)).toEqual(['a.2', 'b.0', 'b.1']);
  expect(gaps.map(({ text }) => text)).toEqual(['- 二。', '## 乙 {#b}\n\n三。']);
});
