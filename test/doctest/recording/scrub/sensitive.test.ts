import { expect, test } from 'vitest';
import { findSensitive, findSensitiveArguments } from '../../../../src/doctest/recording/scrub/sensitive.ts';

const SECRET = 'wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzz1234';
const found = (text: string) => findSensitive(text).map(({ kind, value }) => `${kind} ${value}`);

test.each([
  ['arn:aws:iam::582318560864:user/x', ['account-id 582318560864']],
  ['AKIAABCDEFGHIJKLMNOP', ['access-key-id AKIAABCDEFGHIJKLMNOP']],
  [SECRET, [`secret ${SECRET}`]],
  [`X-Amz-Signature=${'a1'.repeat(32)}`, [`signature ${'a1'.repeat(32)}`]],
  ['?Signature=abcdefghijklmnopqrst%3D', ['signature abcdefghijklmnopqrst=']],
  ['"Password": "long-enough"', ['secret long-enough']],
  [`"ID": "${'b2'.repeat(32)}"`, [`canonical-id ${'b2'.repeat(32)}`]],
  [`aws_session_token = ${'Ab1+'.repeat(5)}`, [`session-token ${'Ab1+'.repeat(5)}`]],
])('%s', (text, sensitive) => {
  expect(found(text)).toEqual(sensitive);
});

test.each([
  ['a checksum', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  ['a path', '/aaaaaaaaaaaaaaaaaaaa/Bbbbbbbbbbbbbbbb123'],
  ['a longer number', '5823185608641'],
  ['a version', '1.582318560864'],
  ['a short word', 'Password: none'],
])('%s is none', (_, text) => {
  expect(found(text)).toEqual([]);
});

test('options and settings of aws say what stands beside them', () => {
  const values = (...args: string[]) => findSensitiveArguments(args).map(({ value }) => value);
  expect(values('--password', 'pw')).toEqual(['pw']);
  expect(values('--sse-customer-key=k')).toEqual(['k']);
  expect(values('configure', 'set', 'profile.x.aws_secret_access_key', 'short')).toEqual(['short']);
  expect(values('configure', 'set', 'region', 'short')).toEqual([]);
});
