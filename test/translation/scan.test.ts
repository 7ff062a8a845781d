import { expect, test } from 'vitest';
import { scanPage } from '../../src/translation/scan.ts';

const page =
  '---\ntitle: 題\ntejun:\n  requires: [a]\n---\n\n## 実行 {/* #run */}\n\n本文\n\n```bash command\nls\n```\n';
const signature = (text: string) => scanPage(text).signature;

test.each([
  ['prose', page.replace('本文', 'Text')],
  ['titles', page.replace('実行', 'Run').replace('題', 'T')],
  ['a comment in a command', page.replace('ls', '# List\nls')],
  ['line breaks', page.replaceAll('\n', '\r\n')],
  ['a fence of words', `${page}\n\`\`\`text\nwords\n\`\`\`\n`],
  [
    'a mark',
    page.replace(
      '[a]\n',
      `[a]\n  translation:\n    source: ${'a'.repeat(40)}\n    prose: ${'b'.repeat(16)}\n`,
    ),
  ],
])('%s may differ', (_, translation) => {
  expect(signature(translation)).toBe(signature(page));
});

test.each([
  ['code', page.replace('ls', 'pwd')],
  ['a role', page.replace('command', 'env')],
  ['an anchor', page.replace('#run', '#other')],
  ['a depth', page.replace('## 実行', '### 実行')],
  ['settings', page.replace('[a]', '[b]')],
  ['an element', `${page}\n<b>x</b>\n`],
  ['an expression', `${page}\n{1 + 1}\n`],
  ['a comment of several lines', `${page}\n{/*\n*/}\n`],
  ['an elapse', `${page}\n<Elapse duration="1h" />\n`],
])('%s may not, or is for the parser to judge', (_, translation) => {
  expect(signature(translation)).not.toBe(signature(page));
});

test.each([
  ['names', { heading: 'run', prose: 'b'.repeat(16) }, 'run'],
  ['quotes', { heading: 'a: "b"', prose: '1'.repeat(16) }, `'a: "b"'`],
  ['an apostrophe', { heading: "What's next", prose: '1'.repeat(16) }, "What's next"],
  ['nothing', { heading: '', prose: '1'.repeat(16), isMachine: true }, '""'],
])('the mark of a heading with %s is read', (_, mark, written) => {
  const state = 'isMachine' in mark ? '      state: machine\n' : '';
  const lines = `    - heading: ${written}\n      prose: "${mark.prose}"\n${state}`;
  expect(scanPage(`---\ntejun:\n  translation:\n${lines}---\n`).mark).toEqual({ headings: [mark] });
});

test.each(['"a\\x41"', '"it\\\'s"', 'a # comment'])('of the heading %s the parser must decide', (written) => {
  const lines = `    - heading: ${written}\n      prose: "${'1'.repeat(16)}"\n`;
  expect(scanPage(`---\ntejun:\n  translation:\n${lines}---\n`).mark).toBeUndefined();
});

test('headings are read as text, and the mark as data', () => {
  expect(scanPage(page).headings).toEqual([{ text: '実行', anchor: 'run' }]);
  expect(scanPage('## **A** `b`\n').headings).toEqual([{ text: 'A b' }]);
  const mark = { source: 'a'.repeat(40), prose: 'b'.repeat(16) };
  const text = `---\ntejun:\n  translation:\n    source: ${mark.source}\n    prose: ${mark.prose}\n---\n`;
  expect(scanPage(text).mark).toEqual(mark);
  expect(scanPage(page).mark).toBeUndefined();
});
