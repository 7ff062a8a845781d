import { expect, test } from 'vitest';
import { readElapse } from '../../src/procedure/elapse.ts';
import { parsePage } from '../../src/procedure/parse-mdx.ts';
import { createReporter } from '../../src/procedure/problems.ts';
import { type JsxElement, relevantNodes } from '../../src/procedure/relevant-nodes.ts';
import { indexSource } from '../../src/procedure/source-text.ts';
import { placed } from './page.ts';

function read(text: string) {
  const reporter = createReporter('page.mdx');
  const [node] = relevantNodes(parsePage(text));
  const elapse = readElapse(node as JsxElement, indexSource(text), reporter);
  return {
    elapse,
    problems: placed(reporter.problems),
    said: reporter.problems.map(({ message }) => message),
  };
}

test.each([
  ['15m', 900_000],
  ['1.5h', 5_400_000],
  ['2d', 172_800_000],
  ['30s', 30_000],
])('%s passes', (duration, durationMs) => {
  const { elapse, problems } = read(`<Elapse duration="${duration}" />`);
  expect(elapse).toMatchObject({ durationMs, id: undefined });
  expect(problems).toEqual([]);
});

test('it may have an id', () => {
  expect(read('<Elapse id="wait" duration="1m" />').elapse).toMatchObject({ id: 'wait' });
});

test.each([
  ['<elapse duration="1m" />', ['elapse-name 1:1']],
  ['<Elapse />', ['elapse-duration 1:1']],
  ['<Elapse duration />', ['elapse-duration 1:9']],
  ['<Elapse duration={1} />', ['elapse-duration 1:9']],
  ['<Elapse duration="soon" />', ['elapse-duration 1:9']],
  ['<Elapse duration="10ms" />', ['elapse-duration 1:9']],
])('%s lets no time pass, and is reported', (text, problems) => {
  expect(read(text)).toMatchObject({ elapse: undefined, problems });
});

test.each([
  ['<Elapse duration="1m" speed="2" />', ['elapse-attribute 1:23']],
  ['<Elapse duration="1m" {...more} />', ['elapse-attribute 1:23']],
  ['<Elapse duration="1m" id="a b" />', ['elapse-id 1:23']],
  ['<Elapse duration="1m">15 minutes</Elapse>', ['elapse-children 1:1']],
])('what else is wrong with %s is reported', (text, problems) => {
  expect(read(text).problems).toEqual(problems);
});

test('it says what was written in the place of a length of time', () => {
  expect(read('<Elapse duration="soon" />').said[0]).toContain('"soon"');
  expect(read('<Elapse duration={1} />').said[0]).toContain('an expression');
});
