import { expect, test } from 'vitest';
import { findDeepLine } from '../../src/procedure/deep-line.ts';
import { readPage } from '../../src/procedure/index.ts';
import { readOutline } from '../../src/translation/index.ts';

const nested = (mark: string, depth: number) => `${mark.repeat(depth)}x`;

test.each(['- ', '* ', '+ ', '> ', '>', '1. ', '23) ', '> - '])(
  'as many %j in one another as a person writes may stand in a line',
  (mark) => {
    expect(findDeepLine(nested(mark, 10))).toBeUndefined();
    expect(findDeepLine(`text\n${nested(mark, 21)}`)).toMatchObject({ line: 2 });
  },
);

test('depth by indentation counts too, in a list', () => {
  const steps = (depth: number) =>
    Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- a`).join('\n\n');
  expect(findDeepLine(steps(20))).toBeUndefined();
  expect(findDeepLine(steps(21))).toEqual({ line: 41, depth: 21 });
  expect(findDeepLine(`${' '.repeat(80)}text`)).toBeUndefined();
});

test('many deep lines are too many, many flat ones are not', () => {
  const lines = (depth: number, count: number) =>
    Array.from({ length: count }, () => nested('- ', depth)).join('\n');
  expect(findDeepLine(lines(20, 124))).toBeUndefined();
  expect(findDeepLine(lines(20, 126))).toEqual({ line: 126, depth: 20 });
  expect(findDeepLine(lines(1, 40_000))).toBeUndefined();
});

test('code may hold any marks', () => {
  expect(findDeepLine(`\`\`\`text result\n${nested('- ', 400)}\n\`\`\`\n`)).toBeUndefined();
});

// Once this took 40 s, and ended with a stack that was too small.
test('a page and a translation with such a line are refused before they are parsed', () => {
  const text = `---\ntitle: x\n---\n\n${nested('- ', 4_990)}\n`;
  const file = 'docs/course/page.mdx';
  const problems = [{ code: 'deep-line', line: 5 }];
  expect(readPage(text, { id: 'course/page', file, locale: 'ja' })).toMatchObject({ problems });
  expect(readOutline(text, file)).toMatchObject({ problems });
});
