import { expect, test } from 'vitest';
import { attributes, readDuration } from '../../src/procedure/attribute-table.ts';

test('the example of each attribute is read', () => {
  const unread = Object.entries(attributes).filter(([key, { example, read }]) => {
    const value = new RegExp(`(?:^| )${key}=(?:"([^"]*)"|(\\S+))`).exec(example)?.slice(1).find(Boolean);
    return value === undefined || read(value) === undefined;
  });
  expect(unread).toEqual([]);
});

test.each([
  ['15m', 900_000],
  [' 1.5h ', 5_400_000],
  ['0.0001s', undefined],
  ['0m', undefined],
  ['-1m', undefined],
  ['1', undefined],
  ['1 m', undefined],
  ['1d', undefined],
  ['99999999999999h', undefined],
])('the duration %s is %s ms', (text, ms) => {
  expect(readDuration(text, { s: 1_000, m: 60_000, h: 3_600_000 })).toBe(ms);
});
