import { expect, test } from 'vitest';
import {
  accessKeyRule,
  bearerTokenRule,
  privateKeyRule,
  secretKeyRule,
  sessionTokenRule,
} from '../../../../src/authoring/lint/rules/credentials.ts';
import { foundIn } from './texts.ts';

const jwt = `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.${'c'.repeat(24)}`;
const secret = 'abcDE1fgHI2jkLM3noPQ4rsTU5vwXY6zaBC7deFG';

test.each([
  [accessKeyRule, 'AKIAABCDEFGHIJKLMNOP and ASIAABCDEFGHIJKLMNOP', 2],
  [accessKeyRule, 'AKIAIOSFODNN7EXAMPLE, AKIAXXXXXXXXXXXXXXXX, XAKIAABCDEFGHIJKLMNOP', 0],
  [sessionTokenRule, `IQoJ${'b3JpZ2luX2VjE'.repeat(6)}`, 1],
  [sessionTokenRule, `aws_session_token = ${'Ab1'.repeat(30)}`, 1],
  [sessionTokenRule, `FwoGEXAMPLE${'b3JpZ2luX2VjE'.repeat(6)}`, 0],
  [bearerTokenRule, `Authorization: Bearer ${jwt}`, 1],
  [bearerTokenRule, `ghp_${'a1'.repeat(18)} glpat-${'b'.repeat(20)} xoxb-${'1'.repeat(20)}`, 3],
  [bearerTokenRule, `ghp_${'X'.repeat(36)}`, 0],
  [privateKeyRule, `-----BEGIN RSA PRIVATE KEY-----\n${'MIIE'.repeat(8)}`, 1],
  [privateKeyRule, '-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----', 0],
  [secretKeyRule, secret, 1],
  [secretKeyRule, `"SecretAccessKey": "${'a'.repeat(20)}${'b'.repeat(20)}"`, 1],
  [secretKeyRule, 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 0],
  [secretKeyRule, 'da39a3ee5e6b4b0d3255bfef95601890afd80709', 0],
] as const)('$name finds in %s', ({ name, find }, text, count) => {
  expect(find(text), name).toHaveLength(count);
});

test('no message shows more of a secret than its start', () => {
  const rules = [accessKeyRule, bearerTokenRule, secretKeyRule];
  const shown = rules.flatMap(({ find }) => find(`AKIAABCDEFGHIJKLMNOP ${jwt} ${secret}`));
  expect(shown.map(({ message }) => message)).toEqual([
    'AKIA... looks like the id of a real access key.',
    'eyJa... looks like a real access token.',
    'abcD... looks like a real secret access key.',
  ]);
  expect(foundIn(accessKeyRule, 'AKIAABCDEFGHIJKLMNOP')).toEqual(['AKIAABCDEFGHIJKLMNOP']);
});
