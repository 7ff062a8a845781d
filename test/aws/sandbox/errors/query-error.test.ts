import { expect, test } from 'vitest';
import { queryErrors, scopeText } from '../../../../src/aws/sandbox/errors/query-error.ts';

test.each([
  [{ part: 'day', got: '20260104', expected: '20260105' }, "'20260104' != '20260105'"],
  [{ part: 'region', got: 'x', expected: 'eu-west-1' }, 'valid region'],
  [{ part: 'service', got: 's3', expected: 'iam' }, "correct service: 'iam'"],
  [{ part: 'terminator', got: 'aws4', expected: 'aws4_request' }, "not 'aws4'"],
] as const)('a scope with a wrong %j is told so', (fault, text) => {
  expect(scopeText(fault as Parameters<typeof scopeText>[0])).toContain(text);
});

test.each([
  [queryErrors.unknownKey('AKIA'), 403, 'InvalidClientTokenId', /invalid\.$/],
  [queryErrors.tokenInvalid('token'), 403, 'InvalidClientTokenId', /invalid$/],
  [queryErrors.tokenExpired('token'), 403, 'ExpiredToken', /is expired$/],
  [queryErrors.unknownOperation('', '2010-05-08'), 400, 'MissingAction', /^Missing Action$/],
  [queryErrors.unknownOperation('Foo', '2010-05-08'), 400, 'InvalidAction', /Foo for version 2010-05-08$/],
  [
    queryErrors.unreadable('MaxItems', 'x', 'number'),
    400,
    'MalformedInput',
    /'x' of MaxItems is not a valid number/,
  ],
])('%s', (error, status, code, message) => {
  expect(error).toMatchObject({ status, code, message: expect.stringMatching(message) });
});
