import { expect, test } from 'vitest';
import { awsError, lessonFor } from '../happenings.ts';

const session = (expiredMs: number, mfa = false) =>
  ({ caller: { kind: 'session', mfa, expiredMs } }) as const;

test.each([
  ['ExpiredToken', session(1), 'expired'],
  ['ExpiredToken', session(-1), 'expired-elsewhere'],
  ['RequestExpired', {}, 'expired-elsewhere'],
  ['UnrecognizedClientException', {}, 'unknown-key'],
  ['SignatureDoesNotMatch', {}, 'wrong-secret'],
  ['RequestTimeTooSkewed', {}, 'clock'],
])('%s with %j: %s', (code, facts, lesson) => {
  expect(lessonFor(awsError(code), facts)).toBe(lesson);
});

test('IAM refuses a session that was got without MFA; another service, or one with MFA, has another cause', () => {
  const iam = { script: 'aws iam list-users' };
  const error = awsError('InvalidClientTokenId', 'ListUsers');
  expect(lessonFor(error, { ...session(-1), ...iam })).toBe('iam-without-mfa');
  expect(lessonFor(error, session(-1))).toBe('unknown-key');
  expect(lessonFor(error, { ...session(-1, true), ...iam })).toBe('unknown-key');
});

test('a profile that is missing is named', () => {
  expect(lessonFor('The config profile (handson) could not be found')).toBe('no-profile profile=handson');
});
