import { expect, test } from 'vitest';
import { parseShorthand, ShorthandError } from '../../src/aws/cli/parameters/shorthand.ts';
import { bucketOfHost } from '../../src/aws/sandbox/protocols/index.ts';
import { withoutFinalBreaks, withoutUsage } from '../../src/matching/text/lines.ts';
import type { MatchContext } from '../../src/matching/types.ts';
import { isContentDigest } from '../../src/matching/values/given.ts';
import { readAwsError } from '../../src/teaching/read-error.ts';

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

/** Characters in an output of the size that is kept. */
const LARGE = 4 * 1024 * 1024;

test('an output of usage texts, line breaks or halves of errors is read once', () => {
  const usages = 'usage: aws\n'.repeat(LARGE / 11);
  expect(withoutUsage(usages)).toBe(usages.trim());
  expect(withoutUsage('usage: aws [options]\n\naws: error: no\n')).toBe('aws: error: no');
  expect(withoutFinalBreaks(`a${'\n'.repeat(LARGE)}b\r\n\n`)).toBe(`a${'\n'.repeat(LARGE)}b`);
  expect(readAwsError('An error occurred (A'.repeat(LARGE / 20))).toBeUndefined();
});

test('here-documents that are never closed are looked for once', () => {
  const script = `${'cat <<END\n'.repeat(100_000)}cat <<EOF\ntext\nEOF\n`;
  // MD5 of `text` with its line break.
  expect(isContentDigest({ script } as MatchContext, 'e1cbb0c3879af8347246f12c559a86b5')).toBe(true);
});
