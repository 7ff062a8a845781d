import { describe, expect, it } from 'vitest';
import { isoFormat, isTimestamp, toDate } from '../../../../src/aws/cli/python/timestamps.ts';

describe('isoFormat', () => {
  it.each([
    ['2021-12-20T09:00:00Z', '2021-12-20T09:00:00+00:00'],
    ['2021-12-20T09:00:00.123Z', '2021-12-20T09:00:00.123000+00:00'],
    ['2021-12-20T09:00:00.1234567Z', '2021-12-20T09:00:00.123456+00:00'],
    ['2021-12-20T09:00:00-05:30', '2021-12-20T09:00:00-05:30'],
    ['2021-12-20', '2021-12-20T00:00:00'],
    ['20211220T0900', '2021-12-20T09:00:00'],
    ['1639990800', '2021-12-20T09:00:00+00:00'],
    ['1639990800.5', '2021-12-20T09:00:00.500000+00:00'],
    ['Mon, 20 Dec 2021 09:00:00 GMT', '2021-12-20T09:00:00+00:00'],
    ['soon', 'soon'],
    ['2021-13-01', '2021-13-01'],
  ])('%s', (text, expected) => expect(isoFormat(text)).toBe(expected));
});

describe('toDate', () => {
  it.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [1639990800.25, '2021-12-20T09:00:00.250Z'],
    ['2021-12-20T09:00:00+09:00', '2021-12-20T00:00:00.000Z'],
    ['2021-12-20 09:00', '2021-12-20T09:00:00.000Z'],
  ])('%s', (value, expected) => expect(toDate(value)?.toISOString()).toBe(expected));

  it.each(['', 'soon', null, '2021-12-20T25:00:00Z', '20 Foo 2021 09:00:00 GMT'])('%j is none', (value) => {
    expect(toDate(value)).toBeUndefined();
    expect(isTimestamp(value)).toBe(false);
  });
});
