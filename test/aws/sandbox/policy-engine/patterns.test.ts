import { describe, expect, test } from 'vitest';
import {
  expandText,
  matchesArn,
  matchesPattern,
  matchesResource,
} from '../../../../src/aws/sandbox/policy-engine/patterns.ts';

const variables = new Map([
  ['aws:username', ['ann']],
  ['aws:star', ['*']],
  ['aws:principaltag/team', ['blue']],
  ['aws:several', ['a', 'b']],
]);

test.each([
  ['${aws:username}/*', 'ann/*'],
  ['${AWS:UserName}', 'ann'],
  ["${aws:none, 'nobody'}", 'nobody'],
  ["${aws:username, 'nobody'}", 'ann'],
  ['${*}${?}${$}', '*?$'],
  ['${aws:none}', undefined],
  ['${aws:several}', undefined],
  ['plain', 'plain'],
])('%s is %s', (text, expanded) => {
  expect(expandText(text, variables)).toBe(expanded);
});

test('in a version without variables they are plain text', () => {
  expect(expandText('${aws:username}', 'off')).toBe('${aws:username}');
  expect(matchesPattern('${aws:username}', 'off', '${aws:username}')).toBe(true);
});

describe('pattern', () => {
  test.each([
    ['a*', 'abc', true],
    ['a?c', 'abc', true],
    ['home/${aws:username}/*', 'home/ann/x', true],
    ['home/${aws:username}/*', 'home/bob/x', false],
    ['${aws:star}', '*', true],
    ['${aws:star}', 'anything', false],
    ['a${*}', 'a*', true],
    ['a${*}', 'abc', false],
    ['${aws:none}*', 'x', false],
    ['\\${aws:username}', '\\ann', true],
  ])('%s matches %s: %s', (pattern, text, matches) => {
    expect(matchesPattern(pattern, variables, text)).toBe(matches);
  });
});

test.each([
  ['arn:aws:iam::*:user/*', 'arn:aws:iam::123456789012:user/ann', true],
  ['arn:*:user/ann', 'arn:aws:iam::123456789012:user/ann', false],
  ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/a:b', true],
  ['arn:aws:iam::123456789012:user/${aws:username}', 'arn:aws:iam::123456789012:user/ann', true],
  ['*', 'arn:aws:s3:::bucket', false],
  ['arn:aws:s3:::a', 'no arn', false],
])('each part of the ARN %s is compared with %s: %s', (pattern, arn, matches) => {
  expect(matchesArn(pattern, variables, arn)).toBe(matches);
});

test.each([
  ['*', 'arn:aws:s3:::bucket', true],
  ['arn:aws:s3', 'arn:aws:s3:::bucket', true],
  ['arn:aws:s3', 'arn:aws:sqs:::queue', false],
  ['arn:aws:s3:::bucket', 'arn:aws:s3:::bucket/key', false],
  ['arn:aws:s3:::buck*', 'arn:aws:s3:::bucket/key', true],
])('the resource %s is completed, and matches %s: %s', (pattern, resource, matches) => {
  expect(matchesResource(pattern, variables, resource)).toBe(matches);
});
