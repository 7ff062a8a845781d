import { expect, test } from 'vitest';
import { findFormat, unreadFormat } from '../../../src/authoring/import/format.ts';

test.each([
  ['', 'a.md', 'markdown'],
  ['', 'A.RST', 'rest'],
  ['```\nx\n```\n', 'a.txt', 'markdown'],
  ['# A\n\ntext\n\n## B\n', '', 'markdown'],
  ['# a comment\naws s3 ls\n', '', 'plain'],
  ['# A\n## B\n$ aws s3 ls\n', '', 'plain'],
  ['.. note:: x\n', '', 'rest'],
  ['Run::\n\n  aws s3 ls\n', '', 'rest'],
  ['Title\r\n=====\r\n\r\ntext\r\n', '', 'rest'],
  ['コマンド:\naws s3 ls\n', 'a.constructor', 'plain'],
])('%j in "%s" is %s', (text, file, format) => {
  expect(findFormat(text, file)).toBe(format);
});

test.each([
  ['<Elapse duration="15m" />\n', 'a.mdx', 'MDX'],
  ['import X from "x"\n', 'a.mdx', 'MDX'],
  ['= T\n\n:toc:\n', 'a.txt', 'AsciiDoc'],
  ['any text\n', 'a.adoc', 'AsciiDoc'],
])('%j in %s is told to be %s', (text, file, name) => {
  expect(unreadFormat(text, file)).toContain(name);
});

test.each([
  ['# A page\n', 'a.mdx'],
  ['<Elapse />\n', 'a.md'],
  ['= T\n\n:toc:\n\n```\nx\n```\n', 'a.md'],
])('%j in %s is read', (text, file) => {
  expect(unreadFormat(text, file)).toBeUndefined();
});
