import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { blobId, syncPage } from '../../src/translation/index.ts';
import { outline } from './outlines.ts';

const EN = 'i18n/en/docusaurus-plugin-content-docs/current/course/page.mdx';
const source = outline('## 実行 {/* #run */}\n\n本文\n\n### 確認する {/* #check */}\n\n本文\n');

test.for([
  ['no anchor', '## Run\n\nText\n\n### Check it {/* #check */}\n\nText\n', 1],
  ['no anchor, and spaces at the end', '## Run  \n\nText\n\n### Check it\n\nText\n', 2],
  ['an anchor in Japanese', '## Run {/* #実行 */}\n\nText\n\n### Check it {/* #check */}\n\nText\n', 1],
])('a heading with %s gets that of its source', ([, text, count]) => {
  const { text: synced, fixed, left } = syncPage(source, outline(String(text), EN));
  expect(left).toEqual([]);
  expect(fixed.map(({ code }) => code)).toEqual(Array(count).fill('anchor-missing'));
  expect(fixed[0]?.message).toBe(
    'This heading has no anchor, but is "#run" in docs/course/page.mdx:1: links to it would be broken.',
  );
  expect(synced.replace(/ +$/gm, '')).toBe(
    '## Run {/* #run */}\n\nText\n\n### Check it {/* #check */}\n\nText\n',
  );
});

test('a heading that its source gives no anchor needs none', () => {
  const plain = outline('## 実行\n\n本文\n');
  expect(syncPage(plain, outline('## Run\n\nText\n', EN))).toMatchObject({ fixed: [], left: [] });
});

test('the id of a text is what git gives it, also where an editor saved carriage returns', () => {
  const text = '一行目\n二行目\n';
  const id = execFileSync('git', ['hash-object', '--stdin'], { input: text, encoding: 'utf8' }).trim();
  expect(blobId(text)).toBe(id);
  expect(blobId(text.replaceAll('\n', '\r\n'))).toBe(id);
});
