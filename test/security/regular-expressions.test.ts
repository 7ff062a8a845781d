import { expect, test } from 'vitest';
import { parseShorthand, ShorthandError } from '../../src/aws/cli/parameters/shorthand.ts';
import { bucketOfHost } from '../../src/aws/sandbox/protocols/index.ts';

/** Texts for which a pattern with two ways to read one character would never end. */
const MANY = 5_000;

test('a host that is almost one of S3 is refused at once', () => {
  expect(bucketOfHost(`bucket.s3${'-a'.repeat(MANY)}!`)).toBeUndefined();
  expect(bucketOfHost('bucket.s3.ap-northeast-1.amazonaws.com')).toBe('bucket');
  expect(bucketOfHost('bucket.s3.dualstack.us-east-1.amazonaws.com')).toBe('bucket');
  expect(bucketOfHost('bucket.s3-us-west-2.amazonaws.com')).toBe('bucket');
  expect(bucketOfHost('bucket.s3..amazonaws.com')).toBe(undefined);
});

test.each(["'", '"'])('shorthand syntax: a text in %s without its end is refused at once', (quote) => {
  expect(() => parseShorthand(`a=${quote}${'\\\\'.repeat(MANY)}`)).toThrow(ShorthandError);
});

test.each([
  ["a='b\\'c'", "b'c"],
  ["a='b\\\\'", 'b\\'],
  // The last quote ends the text where none else does.
  ["a='b\\'", 'b\\'],
])('shorthand syntax: %s', (text, value) => {
  expect(parseShorthand(text)).toEqual({ a: value });
});
