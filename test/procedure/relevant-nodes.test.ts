import type { Heading } from 'mdast';
import { expect, test } from 'vitest';
import { parsePage } from '../../src/procedure/parse-mdx.ts';
import { frontMatterOf, headingText, relevantNodes } from '../../src/procedure/relevant-nodes.ts';
import { indexSource } from '../../src/procedure/source-text.ts';

const FENCE = '```';

test('fences, headings and passing time are found in reading order, however deep', () => {
  const page = [
    '# One',
    '- a',
    `  ${FENCE}bash command\n  true\n  ${FENCE}`,
    '> ## Two',
    ':::note',
    '<Elapse duration="1m" />',
    ':::',
    '<Tabs>',
    '### Three',
    '</Tabs>',
  ];
  expect(relevantNodes(parsePage(page.join('\n\n'))).map(({ type }) => type)).toEqual([
    'heading',
    'code',
    'heading',
    'mdxJsxFlowElement',
    'heading',
  ]);
});

test('other elements are none, and an element in small letters is', () => {
  expect(relevantNodes(parsePage('<Other />\n\na <elapse/> b'))).toHaveLength(1);
});

test.each([
  ['# Plain', 'Plain'],
  ['# With `code` and *stress*', 'With code and stress'],
  ['# With an id {#some-id}', 'With an id'],
  ['# ![A picture](a.png) too', 'A picture too'],
  ['# arn:aws:iam::1:root', 'arn:aws:iam::1:root'],
  ['# [A link](b.md)  here', 'A link here'],
  ['#', ''],
])('the text of "%s"', (source, text) => {
  const [heading] = relevantNodes(parsePage(source));
  expect(headingText(heading as Heading, indexSource(source))).toBe(text);
});

test('front matter stands at the beginning or nowhere', () => {
  expect(frontMatterOf(parsePage('---\ntitle: a\n---\n\n# b'))?.value).toBe('title: a');
  expect(frontMatterOf(parsePage('# b\n\ntext'))).toBeUndefined();
});
