import { expect, test } from 'vitest';
import { parseDocument, type YAMLMap } from 'yaml';
import { mapOf, pairOf, reportUnknownKeys, stringOf } from '../../../src/procedure/front-matter/nodes.ts';
import { createReporter } from '../../../src/procedure/problems.ts';

const mapIn = (text: string) => parseDocument(text).contents as YAMLMap;

function reading() {
  const reporter = createReporter('page.mdx');
  return { reporter, placeOf: () => ({ line: 1, column: 1, offset: 0 }) };
}

test('a pair is found by its key', () => {
  expect(stringOf(pairOf(mapIn('a: x\nb: y'), 'b')?.value)).toBe('y');
  expect(pairOf(mapIn('a: x'), 'toString')).toBeUndefined();
});

test.each([
  ['a: x', 'x'],
  ['a: "1"', '1'],
  ['a: 1', undefined],
  ['a: true', undefined],
  ['a:', undefined],
  ['a: [x]', undefined],
])('the text of "%s" is %s', (text, found) => {
  expect(stringOf(pairOf(mapIn(text), 'a')?.value)).toBe(found);
});

test('what should be a map and is none is reported', () => {
  const at = reading();
  const [pair] = mapIn('a: [1]').items;
  expect(pair && mapOf(pair, 'tejun.a', 'a: { b: c }', at)).toBeUndefined();
  expect(at.reporter.problems).toMatchObject([
    {
      code: 'front-matter-type',
      message: expect.stringContaining('tejun.a'),
      fix: expect.stringContaining('a: { b: c }'),
    },
  ]);
});

test('keys that nobody reads are reported with the key that was meant', () => {
  const at = reading();
  expect(reportUnknownKeys(mapIn('requres: x\naccount: y'), 'tejun', ['requires', 'account'], at)).toBe(true);
  expect(at.reporter.problems).toMatchObject([
    {
      code: 'front-matter-key',
      message: expect.stringContaining('tejun.requres'),
      fix: expect.stringContaining('requires'),
    },
  ]);
  expect(reportUnknownKeys(mapIn('account: y'), 'tejun', ['account'], reading())).toBe(false);
});
