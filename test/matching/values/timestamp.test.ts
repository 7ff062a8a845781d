import { describe, expect, it } from 'vitest';

import {
  dateInWordPattern,
  epochOf,
  instant,
  sameUnit,
  timestampPattern,
} from '../../../src/matching/values/timestamp.ts';

describe('instant', () => {
  it.each([
    ['2021-12-20T09:00:00Z', '2021-12-20T09:00:00.000Z'],
    ['2021-12-20T09:00:00.5+09:00', '2021-12-20T00:00:00.500Z'],
    ['2021-12-20 09:00:00', '2021-12-20T09:00:00.000Z'],
    ['20211220T090000Z', '2021-12-20T09:00:00.000Z'],
    ['Mon, 20 Dec 2021 09:00:00 GMT', '2021-12-20T09:00:00.000Z'],
    ['Mon Dec 20 09:00:00 UTC 2021', '2021-12-20T09:00:00.000Z'],
    ['2021/12/20', '2021-12-20T00:00:00.000Z'],
  ])('%s', (text, expected) => expect(new Date(instant(text) ?? Number.NaN).toISOString()).toBe(expected));

  it.each(['2021-02-30', '2021-12-20T25:00:00Z', '12/20/2021', 'soon'])('%s is none', (text) =>
    expect(instant(text)).toBeUndefined(),
  );
});

describe('a time of an example', () => {
  const accepts = (example: string, actual: string) =>
    new RegExp(`^(?:${timestampPattern.shape(example)})$`).test(actual);
  it.each([
    ['2021-12-20T09:00:00Z', '2026-01-05T00:00:00.123+00:00', true],
    ['2021-12-20T09:00:00Z', '2026-01-05 00:00:00', false],
    ['20XX-XX-XX', '2026-01-05', true],
    ['2021-12-20 09:00', '2026-01-05 00:00:00', false],
  ])('%s stands for %s: %s', (example, actual, expected) => expect(accepts(example, actual)).toBe(expected));

  it('is no version of the policy language', () => {
    expect(timestampPattern.recognises?.('2012-10-17')).toBe(false);
    expect(timestampPattern.recognises?.('2012-10-18')).toBe(true);
  });
});

describe('numbers since 1970', () => {
  it.each([
    ['1639990800', 1_639_990_800_000],
    ['1639990800.5', 1_639_990_800_500],
    ['1639990800123', 1_639_990_800_123],
    ['1.64E9', 1_640_000_000_000],
    ['123', undefined],
    ['9999999999', undefined],
  ])('%s', (text, expected) => expect(epochOf(text)).toBe(expected));

  it('count the same unit, or not', () => {
    expect(sameUnit('1639990800', '1700000000.5')).toBe(true);
    expect(sameUnit('1639990800', '1639990800123')).toBe(false);
    expect(sameUnit('1.6E12', '1639990800')).toBe(true);
  });
});

describe('dates in words', () => {
  const found = (text: string) =>
    [...text.matchAll(dateInWordPattern.finds)]
      .map(([one]) => one)
      .filter((one) => dateInWordPattern.recognises?.(one));
  it.each([
    ['demo-20190430', ['20190430']],
    ['2019-07-14-iam.env', ['2019-07-14']],
    ['log_2021_01_02', ['2021_01_02']],
    ['20210230-x', []],
    ['https://s3.amazonaws.com/2006-03-01/', []],
    ['2012-10-17', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));
});
