import { expect, test } from 'vitest';
import { importText, unreadFormat } from '../../../src/authoring/import/index.ts';
import { readPage } from '../../../src/procedure/index.ts';

const rest = '題名\n====\n\n目的\n----\n\nコマンド:\n\n  aws s3 ls\n\n結果(例):\n\n  2021-12-20 09:00:00 a\n';

test.for([
  ['CRLF', '\r\n'],
  ['CR', '\r'],
])('a text with %s is read as the same text with LF', ([, lineBreak = '']) => {
  const read = importText(rest.replaceAll('\n', lineBreak), { file: 'old.txt' });
  expect(read.format).toBe('rest');
  expect(read.mdx).toBe(importText(rest, { file: 'old.txt' }).mdx);
});

test('an indented block after a label loses the indentation that its lines share', () => {
  const text = 'コマンド:\n\n  cat << EOF > p.json\n  {\n    "a": 1\n  }\n  EOF\n\n結果(例):\n\n  done\n';
  const { mdx, uncertain } = importText(text, { file: 'old.txt' });
  expect(uncertain).toEqual([]);
  expect(mdx).toContain(
    '```bash command\ncat << EOF > p.json\n{\n  "a": 1\n}\nEOF\n```\n\n```text result\ndone\n```',
  );
});

test('the spaces that a command itself prints stay', () => {
  const folder = `${' '.repeat(27)}PRE reports/`;
  const { mdx } = importText(`コマンド:\naws s3 ls s3://a\n\n結果(例):\n${folder}\n`, { file: 'old.txt' });
  expect(mdx).toContain(`\n${folder}\n`);
});

test('characters that a shell takes for letters are named, and colours taken out', () => {
  const text = '## X\n\n```\n$ aws\u00a0s3 ls \u201ca\u201d\n\u001b[31mred\u001b[0m\n```\n';
  const { mdx, uncertain } = importText(text, { file: 'old.md' });
  expect(uncertain.map(({ message }) => message)).toEqual([
    'An invisible character (U+00A0) stands in the command.',
    'Escape sequences of a terminal, such as colours, were taken out of this result.',
  ]);
  expect(mdx).toContain('```text result\nred\n```');
});

test('AsciiDoc and MDX are named, and not taken for something else', () => {
  const asciiDoc = '= Title\n\n== Section\n\n[source,bash]\n----\naws s3 ls\n----\n';
  expect(unreadFormat(asciiDoc, 'old.txt')).toContain('AsciiDoc');
  expect(unreadFormat("import X from './x';\n\n# T\n\n<X />\n", 'page.mdx')).toContain('This is MDX');
  expect(unreadFormat(rest, 'old.txt')).toBeUndefined();
  expect(unreadFormat('# T\n\n```asciidoc\n= Title\n[source,bash]\n```\n', 'old.md')).toBeUndefined();
});

test('a fence that reStructuredText never closes swallows nothing that follows it', () => {
  const { mdx } = importText('```\n.. code::\n\t```\n', { format: 'rest' });
  expect(readPage(mdx, { id: 'c/p', file: 'p.mdx', locale: 'ja' }).problems).toEqual([]);
});

test('a paragraph without end is shown as text, and no line of it is lost', () => {
  const { mdx, uncertain } = importText(`# T\n\n${'[a](\n'.repeat(40_000)}\nend\n`, { file: 'old.md' });
  expect(uncertain.map(({ message }) => message)).toEqual([
    'This is shown as text. The paragraph has 200000 characters, more than 20000.',
  ]);
  expect(mdx.match(/^\[a\]\($/gm)).toHaveLength(40_000);
  expect(mdx).toMatch(/\nend\n$/);
});
