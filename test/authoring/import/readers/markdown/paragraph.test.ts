import { expect, test } from 'vitest';
import { readMarkdown } from '../../../../../src/authoring/import/readers/markdown/index.ts';
import { blocksIn } from './read.ts';

test.each([
  ['a\nb\n\nc', ['prose a/b', 'prose c']],
  ['a\n# b', ['prose a', 'h1 b']],
  ['a\n> b', ['prose a', 'quote [prose b]']],
  ['a\n```\nb\n```', ['prose a', 'code | b']],
  ['import x from y', ["prose {''}import x from y"]],
  ['-\u3000item', ['prose - item']],
  ['`{a}` {b}', ['prose `{a}` \\{b\\}']],
  ['コマンド:\n`aws s3 ls`', ['label command', 'prose `aws s3 ls`']],
  ['コマンド: `aws s3 ls`', ['label command', 'code | aws s3 ls']],
  ['<!-- a\nb -->\nc', ['prose {/* a/b */}', 'prose c']],
  ['<!-- a --> text', ['prose {/* a */} text']],
  ['<!-- never closed', ['prose \\<!-- never closed']],
])('%j', (text, blocks) => {
  expect(blocksIn(text)).toEqual(blocks);
});

test('HTML is kept as text, with a remark at its line', () => {
  const [prose, remark] = readMarkdown('a\n<b>b</b> <br>').blocks;
  expect(prose).toMatchObject({ lines: ['a', '\\<b>b\\</b> <br />'] });
  expect(remark).toMatchObject({ kind: 'doubt', line: 2, endLine: 2 });
});

test('front matter is no part of the text; without an end it is', () => {
  expect(readMarkdown('---\ntitle: x\n---\n# A')).toMatchObject({
    frontMatter: ['title: x'],
    blocks: [{ text: 'A' }],
  });
  expect(readMarkdown('---\ntitle: x').frontMatter).toBeUndefined();
});
