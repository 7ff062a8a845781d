import { describe, expect, it } from 'vitest';

import { isGiven, isSameValue } from '../../../src/matching/values/given.ts';
import { context } from '../run.ts';

const VPC = 'vpc-0a1b2c3d4e5f60718';
describe('isGiven', () => {
  it.each([
    ['a word of the script', { script: `aws ec2 describe-vpcs --vpc-ids ${VPC}` }, 'resource-id', VPC, true],
    ['a part of a word', { script: `echo x${VPC}` }, 'resource-id', VPC, false],
    ['nothing without a script', {}, 'resource-id', VPC, false],
    [
      'a value that stood for another above',
      { script: VPC, bindings: new Map([[VPC, 'vpc-1']]) },
      'resource-id',
      VPC,
      false,
    ],
    ['an account, which binds by itself', { script: '123456789012' }, 'account-id', '123456789012', false],
    [
      'another spelling of a time',
      { script: '--start 2021-12-20T09:00:00Z' },
      'timestamp',
      '2021-12-20T09:00:00+00:00',
      true,
    ],
    ['another spelling of an address', { script: 'x 2001:DB8::1 y' }, 'ip', '2001:db8:0:0:0:0:0:1', true],
    ['lines that JSON writes as one', { script: '"a\\nbcd"' }, 'token', 'a\nbcd', true],
  ] as const)('%s', (_, rest, type, text, expected) =>
    expect(isGiven(context(rest), type, text)).toBe(expected),
  );

  it.each([
    ["printf 'hello' > f", '5d41402abc4b2a76b9719d911017c592', true],
    ['echo hello > f', 'b1946ac92492d2347c6235b4d2611184', true],
    ['cat << EOF > f\nhello\nEOF', '"b1946ac92492d2347c6235b4d2611184"', true],
    ['echo hello > f', 'XUFAKrxLKna5cZ2REBfFkg==', true],
    ['echo other > f', '5d41402abc4b2a76b9719d911017c592', false],
  ])('%s gives the digest %s: %s', (script, digest, expected) => {
    expect(isGiven(context({ script }), 'fingerprint', digest)).toBe(expected);
  });

  it('knows the digests of files that the page has written', () => {
    const digest = 'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d';
    expect(isGiven(context({ contents: ['hello'] }), 'fingerprint', digest)).toBe(true);
  });
});

describe('isSameValue', () => {
  it.each([
    ['timestamp', '2021-12-20T09:00:00Z', '2021-12-20T18:00:00+09:00', true],
    ['timestamp', '1639990800', '2021-12-20T09:00:00Z', true],
    ['timestamp', '2021-12-20T09:00:00Z', '2021-12-20T09:00:01Z', false],
    ['ip', '1::1', '1:0:0:0:0:0:0:1', true],
    ['ip', '10.0.0.1', '10.0.0.2', false],
    ['resource-id', 'a', 'a', true],
  ] as const)('%s: %s and %s', (type, a, b, expected) => expect(isSameValue(type, a, b)).toBe(expected));
});
