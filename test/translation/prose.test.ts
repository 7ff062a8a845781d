import { expect, test } from 'vitest';
import { proseHash, sameProse } from '../../src/translation/prose.ts';
import { outline } from './outlines.ts';

const page = '---\ntitle: x\n---\n\n## 実行 {/* #run */}\n\n本文です。\n\n```bash command\nls\n```\n';
const hash = (text: string) => proseHash(outline(text));

test.each([
  ['code', page.replace('ls', 'pwd')],
  ['front matter', page.replace('title: x', 'title: y')],
  ['line breaks', page.replace('本文です。', '本文\nです。\n')],
  ['the anchor', page.replace(' {/* #run */}', ' {/* #other */}')],
])('%s does not change the hash of the prose', (_, changed) => {
  expect(hash(changed)).toBe(hash(page));
});

test.each([
  ['a word', page.replace('本文', '文章')],
  ['a heading', page.replace('実行', '確認')],
  ['a comment in a command', page.replace('ls', '# 一覧\nls')],
])('%s changes it', (_, changed) => {
  expect(hash(changed)).not.toBe(hash(page));
});

test('sections are compared without white space', () => {
  const [a, b] = ['本文です。', '本文 です。'].map((text) => outline(text).sections[0]);
  expect(a && b && sameProse(a, b)).toBe(true);
});
