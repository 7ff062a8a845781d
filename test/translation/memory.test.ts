import { expect, test } from 'vitest';
import { acceptPage, createMemory, type PagePair } from '../../src/translation/index.ts';

const EN = 'i18n/en/docusaurus-plugin-content-docs/current';
const none = { versions: () => [] };

function pairOf(id: string, source: string | undefined, translation?: string): PagePair {
  return { id, locale: 'en', sourceFile: `docs/${id}.mdx`, file: `${EN}/${id}.mdx`, source, translation };
}

/** A translation that a person has accepted when the source was this. */
function accepted(source: string, translation: string): string {
  const result = acceptPage(pairOf('c/p', source, translation), 'ja');
  if ('problems' in result) throw new Error(result.problems[0]?.message);
  return result.change.after;
}

const remember = (
  pairs: readonly PagePair[],
  history: Parameters<typeof createMemory>[1]['history'] = none,
) => createMemory(pairs, { sourceLocale: 'ja', locale: 'en', history });

const SOURCE = '---\ntitle: 題\n---\n\n## 甲 {#a}\n\n一。\n\n## 乙 {#b}\n\n二。\n';
const ENGLISH = '---\ntitle: Title\n---\n\n## A {#a}\n\nOne.\n\n## B {#b}\n\nTwo.\n';
const DONE = accepted(SOURCE, ENGLISH);

test('a paragraph that is translated on another page is found, however its lines are broken', () => {
  const memory = remember([pairOf('c/p', SOURCE, DONE), pairOf('d/q', '新しい。\n\n一。\n')]);
  expect(memory.find('一。')).toEqual({ target: 'One.', file: `${EN}/c/p.mdx` });
  expect(memory.find(' 一\n。')?.target).toBe('One.');
  expect(memory.find('題')?.target).toBe('Title');
  expect(memory.find('新しい。')).toBeUndefined();
});

test('what has moved to another page is found without git, also where its page is gone', () => {
  const moved = pairOf('c/new', '## 乙 {#b}\n\n二。\n');
  for (const rest of ['## 甲 {#a}\n\n一。\n', undefined])
    expect(remember([pairOf('c/p', rest, DONE), moved]).find('二。')?.target).toBe('Two.');
});

test('what the source said before is found in its history', () => {
  const pairs = [pairOf('c/p', SOURCE.replace('二。', '三。'), DONE)];
  expect(remember(pairs).find('二。')).toBeUndefined();
  expect(remember(pairs, { versions: () => ['', SOURCE] }).find('二。')?.target).toBe('Two.');
});

test('what nobody has accepted is not taken up', () => {
  expect(remember([pairOf('c/p', SOURCE, ENGLISH)]).find('一。')).toBeUndefined();
  const byMachine = DONE.replace(/( {4}- heading: a\n {6}prose: .*\n)/, '$1      state: machine\n');
  const memory = remember([pairOf('c/p', SOURCE, byMachine)]);
  expect(memory.find('一。')).toBeUndefined();
  expect(memory.find('二。')?.target).toBe('Two.');
});

test('what is stale is not taken for a translation of what the source says now', () => {
  const memory = remember([pairOf('c/p', SOURCE.replace('二。', '三。'), DONE)]);
  expect(memory.find('三。')).toBeUndefined();
  expect(memory.find('一。')?.target).toBe('One.');
});
