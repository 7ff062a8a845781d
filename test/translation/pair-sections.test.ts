import { expect, test } from 'vitest';
import type { Section } from '../../src/translation/outline.ts';
import { pairSections } from '../../src/translation/pair-sections.ts';
import { outline } from './outlines.ts';

function sections(source: string, translation: string) {
  const { pairs, rest } = pairSections(outline(source).sections, outline(translation).sections);
  const shown = pairs.flatMap(({ source: { heading }, translation: other }) =>
    heading ? `${heading.text}-${other?.heading?.text ?? ''}` : [],
  );
  return [...shown, ...rest.map(({ heading }) => `+${heading?.text}`)];
}

test.each([
  [
    'anchors come first',
    '## A {/* #a */}\n\n## B {/* #b */}',
    '## Y {/* #b */}\n\n## X {/* #a */}',
    ['A-X', 'B-Y'],
  ],
  ['then depth and order', '## A\n\n### B\n\n## C', '## X\n\n### Y\n\n## Z', ['A-X', 'B-Y', 'C-Z']],
  [
    'another anchor is another heading',
    '## A {/* #a */}\n\n```sh\n1\n```',
    '## X {/* #x */}\n\n```sh\n2\n```',
    ['A-', '+X'],
  ],
  [
    'the same code below it tells a heading',
    '## A {/* #a */}\n\n```sh\n1\n```',
    '## X {/* #x */}\n\n```sh\n1\n```',
    ['A-X'],
  ],
  ['alone in its place it is the same', '## A {/* #a */}\n\ntext', '## X {/* #x */}\n\ntext', ['A-X']],
  ['what only the translation has', '## A', '## X\n\n## Y', ['A-X', '+Y']],
])('%s', (_, source, translation, pairs) => {
  expect(sections(source, translation)).toEqual(pairs);
});

test.each([
  ['with anchors', (index: number) => `a-${index}`],
  ['without', () => undefined],
])('twice the sections %s are twice the work', (_, anchorOf) => {
  const work = (count: number): number => {
    let looks = 0;
    const section = (index: number): Section => ({
      ...(outline('## A').sections[1] as Section),
      get heading() {
        looks += 1;
        return { text: 'A', depth: 2, anchor: anchorOf(index) } as Section['heading'];
      },
    });
    const sections = () => Array.from({ length: count }, (_, index) => section(index));
    pairSections(sections(), sections());
    return looks;
  };
  expect(work(200)).toBeLessThanOrEqual(2.1 * work(100));
});
