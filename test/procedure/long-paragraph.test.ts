import { expect, test } from 'vitest';
import { readPage } from '../../src/procedure/index.ts';
import { findLongParagraph, LONGEST_PARAGRAPH } from '../../src/procedure/long-paragraph.ts';
import { readOutline } from '../../src/translation/index.ts';

const paragraph = `${'x'.repeat(99)}\n`.repeat(LONGEST_PARAGRAPH / 100);

test('a paragraph may be as long as the limit, and no longer', () => {
  expect(findLongParagraph(`# T\n\n${paragraph}\n${paragraph}`)).toBeUndefined();
  expect(findLongParagraph(`# T\n\n${paragraph}y\n`)).toEqual({ line: 3, length: LONGEST_PARAGRAPH + 2 });
});

test('code is no paragraph, and ends one', () => {
  expect(findLongParagraph(`\`\`\`json\n${paragraph}${paragraph}\`\`\`\nx\n`)).toBeUndefined();
  expect(findLongParagraph(`${paragraph}~~~~\n~~~\n${paragraph}~~~~\n${paragraph}`)).toBeUndefined();
  expect(findLongParagraph(`~~~\n~~~\n${paragraph}y\n`)).toEqual({ line: 3, length: LONGEST_PARAGRAPH + 2 });
});

test.each([
  ['a list', '- x\n\n    ```json\n', '    ', '    ```\n'],
  ['a quotation', '> ```json\n', '> ', '> ```\n'],
  ['code that shows a fence', '````\n```bash\n', '', '````\n'],
  ['code with a fence that has a language', '```\n```bash\n', '', '```\n'],
])('code in %s is no paragraph', (_where, begin, indent, end) => {
  const code = paragraph.replace(/^(?=x)/gm, indent);
  expect(findLongParagraph(`${begin}${code}${code}${end}\nx\n`)).toBeUndefined();
  expect(findLongParagraph(`${begin}${code}${end}\n${paragraph}y\n`)).toMatchObject({
    length: LONGEST_PARAGRAPH + 2,
  });
});

test('a table is no paragraph, but what only looks like one is', () => {
  const rows = '| a | b |\n'.repeat(5_000);
  expect(findLongParagraph(`| a | b |\n|---|:-:|\n${rows}`)).toBeUndefined();
  expect(findLongParagraph(`| a | b | c |\n|---|---|\n${rows}`)).toMatchObject({ line: 1 });
  expect(findLongParagraph(rows)).toMatchObject({ line: 1 });
});

test('a page with a paragraph that is too long is refused before it is parsed', () => {
  const text = `---\ntitle: x\n---\n\n${'[a](\n'.repeat(40_000)}`;
  const file = 'docs/course/page.mdx';
  const problems = [{ code: 'long-paragraph', line: 5 }];
  expect(readPage(text, { id: 'course/page', file, locale: 'ja' })).toMatchObject({ problems });
  expect(readOutline(text, file)).toMatchObject({ problems });
});
