import type { Heading, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseMarkdown, parsePage, parseWithoutMdx } from '../../src/procedure/parse-mdx.ts';
import { headingText, relevantNodes } from '../../src/procedure/relevant-nodes.ts';
import { indexSource } from '../../src/procedure/source-text.ts';

const FENCE = '```';
const kinds = (root: Root) => root.children.map(({ type }) => type);

describe('id of a heading', () => {
  test('is no expression of MDX, and keeps every place', () => {
    const source = '## A {#a}\n\nb {1 + 1}';
    const [heading] = relevantNodes(parsePage(source));
    expect(headingText(heading as Heading, indexSource(source))).toBe('A');
    expect(parsePage(source).children[1]?.position?.start.offset).toBe(11);
  });

  test('stays in a fence, where it is text of the reader', () => {
    const tree = parsePage(`${FENCE}md\n# A {#a}\n${FENCE}\n\n# B {#b}\n`);
    expect(tree.children[0]).toMatchObject({ type: 'code', value: '# A {#a}' });
  });

  test('is masked again behind a fence that a longer one closes', () => {
    expect(() => parsePage(`${FENCE}md\na\n${FENCE}\`\n\n# B {#b}\n`)).not.toThrow();
  });
});

test('MDX that is wrong is refused with its place', () => {
  expect(() => parsePage('a\n\n<b\n')).toThrow(expect.objectContaining({ place: expect.anything() }));
});

test('what MDX refuses is read without tags and expressions', () => {
  expect(kinds(parseWithoutMdx('a {1\n\n<b\n\n# c\n\n    d\n'))).toEqual([
    'paragraph',
    'paragraph',
    'heading',
    'paragraph',
  ]);
});

describe('plain Markdown', () => {
  test('has HTML and indented code', () => {
    expect(kinds(parseMarkdown('<b>a</b>\n\nc\n\n    d\n'))).toEqual(['paragraph', 'paragraph', 'code']);
    expect(kinds(parseMarkdown('<!-- a -->\n\n{ b'))).toEqual(['html', 'paragraph']);
  });

  test.each([
    ['<Elapse duration="15m" />', [['duration', '15m']]],
    [
      '<Elapse duration=\'15m\' id="a"></Elapse>',
      [
        ['duration', '15m'],
        ['id', 'a'],
      ],
    ],
    ['<Elapse duration>', [['duration', null]]],
  ])('%s is the element, with its attributes', (text, attributes) => {
    const [node] = relevantNodes(parseMarkdown(`- a\n\n  ${text}\n`));
    expect(node).toMatchObject({
      type: 'mdxJsxFlowElement',
      name: 'Elapse',
      attributes: attributes.map(([name, value]) => ({ name, value })),
    });
  });

  test('other HTML is none', () => {
    expect(relevantNodes(parseMarkdown('<ElapseMore />\n\n<!-- <Elapse /> -->\n'))).toEqual([]);
  });
});
