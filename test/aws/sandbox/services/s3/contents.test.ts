import { expect, test } from 'vitest';
import { contentRange, readRange } from '../../../../../src/aws/sandbox/services/s3/contents.ts';

// RFC 9110, 14.1.2, for an object of ten bytes.
test.each<[string | undefined, { start: number; end: number } | undefined]>([
  ['bytes=0-4', { start: 0, end: 5 }],
  ['bytes=5-', { start: 5, end: 10 }],
  ['bytes=-3', { start: 7, end: 10 }],
  ['bytes=-30', { start: 0, end: 10 }],
  ['bytes=8-99', { start: 8, end: 10 }],
  [undefined, undefined],
  // A range that cannot be read is overlooked: the whole object is sent.
  ['bytes=-', undefined],
  ['bytes=4-2', undefined],
  ['bytes=0-1,3-4', undefined],
  ['lines=0-4', undefined],
])('%s', (header, range) => {
  expect(readRange(header, 10)).toEqual(range);
});

test.each([
  ['bytes=10-', 10],
  ['bytes=0-0', 0],
])('%s of %i bytes has no byte in it', (header, size) => {
  expect(() => readRange(header, size)).toThrow(
    expect.objectContaining({
      code: 'InvalidRange',
      status: 416,
      message: 'The requested range is not satisfiable',
    }),
  );
});

test('the header of the answer counts from 0 and names the last byte', () => {
  expect(contentRange({ start: 0, end: 5 }, 10)).toBe('bytes 0-4/10');
});
