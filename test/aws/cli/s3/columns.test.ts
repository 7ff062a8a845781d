import { describe, expect, it } from 'vitest';
import { humanSize, localTime } from '../../../../src/aws/cli/s3/columns.ts';

describe('localTime', () => {
  const noon = new Date('2021-12-20T12:00:00Z');
  it.each([
    [undefined, '2021-12-20 12:00:00'],
    ['', '2021-12-20 12:00:00'],
    ['UTC', '2021-12-20 12:00:00'],
    ['Asia/Tokyo', '2021-12-20 21:00:00'],
    [':Asia/Tokyo', '2021-12-20 21:00:00'],
    ['JST-9', '2021-12-20 21:00:00'],
    ['EST5', '2021-12-20 07:00:00'],
    ['<+03>-3', '2021-12-20 15:00:00'],
    ['Nowhere/City', '2021-12-20 12:00:00'],
  ])('TZ=%s', (zone, expected) => expect(localTime(noon, zone)).toBe(expected));

  it('writes midnight as 00', () => {
    expect(localTime(new Date('2021-12-20T00:00:00Z'), 'Europe/London')).toBe('2021-12-20 00:00:00');
  });
});

describe('humanSize', () => {
  it.each([
    [0, '0 Bytes'],
    [1, '1 Byte'],
    [1023, '1023 Bytes'],
    [1024, '1.0 KiB'],
    [1536, '1.5 KiB'],
    [1024 ** 2 - 1, '1.0 MiB'],
    [5 * 1024 ** 3, '5.0 GiB'],
  ])('%i', (bytes, expected) => expect(humanSize(bytes)).toBe(expected));
});
