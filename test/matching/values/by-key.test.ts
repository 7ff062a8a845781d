import { describe, expect, it } from 'vitest';

import { formByKey, keyForbids } from '../../../src/matching/values/by-key.ts';

const accepts = (key: string, example: string, actual: string): boolean | undefined => {
  const form = formByKey(key, example);
  return form && new RegExp(`^(?:${form.shape(example)})$`).test(actual) && (form.accepts?.(actual) ?? true);
};

describe('formByKey', () => {
  it.each([
    ['AccessKeyId', 'XXXXXXXX', 'AKIAIOSFODNN7EXAMPLE', true],
    ['AccessKeyId', 'ACCESS_KEY_ID', 'x', false],
    ['AccessKeyId', 'AKIAIOSFODNN7EXAMPLE', 'x', undefined],
    ['UserId', '****', 'AROAABCDEFGHIJKLMNOPQ:session', true],
    ['Expiration', 'XXXX', '2026-01-05T00:00:00+00:00', true],
    ['Expiration', 'XXXX', 'soon', false],
    ['ETag', '"5d41402abc4b2a76b9719d911017c592"', '"b1946ac92492d2347c6235b4d2611184"', true],
    ['ETag', '"5d41402abc4b2a76b9719d911017c592-2"', '"b1946ac92492d2347c6235b4d2611184-3"', false],
    ['ETag', 'E2QWRUHEXAMPLE', 'E3ABCDEFGHIJKL', true],
    ['VersionId', '3sL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY', 'mU9TR1LxR9N0fJx6mH2WkV0tQz3b5aYc', true],
    ['VersionId', 'null', 'x', undefined],
    ['restApiId', 'a1b2c3d4e5', 'z9y8x7w6v5', true],
    ['id', 'abcdef', 'x1y2z3', undefined],
    ['deploymentId', 'abcdef', 'x1y2z3', true],
    ['CreatedTime', '1639990800', '1700000000', true],
    ['Name', '1639990800', '1700000000', undefined],
    ['NextToken', 'abcd1234EFGH', 'zyxw9876VUTS', true],
    ['NextToken', '12345678-1234-1234-1234-123456789012', 'x', undefined],
    ['Plaintext', btoa('hello world, hi'), 'x', undefined],
    ['ClientSecret', 'abcdefghijklmnopqrstuvwxyz', 'zyxwvutsrqponmlkjihgfedcba', true],
  ])('%s: %s and %s', (key, example, actual, expected) =>
    expect(accepts(key, example, actual)).toBe(expected),
  );
});

describe('keyForbids', () => {
  it.each([
    ['Name', 'resource-id', true, true],
    ['Name', 'resource-id', false, false],
    ['PrivateDnsName', 'ip', true, false],
    ['GroupName', 'secret', false, true],
    ['EngineVersion', 'ip', false, true],
    ['VpcId', 'resource-id', true, false],
    [undefined, 'ip', true, false],
  ] as const)('%s has no %s (whole: %s): %s', (key, type, whole, expected) => {
    expect(keyForbids(key, type, whole)).toBe(expected);
  });
});
