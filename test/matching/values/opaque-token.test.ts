import { describe, expect, it } from 'vitest';

import {
  keyMaterialPattern,
  signaturePattern,
  tokenPattern,
  urlExpiryPattern,
  versionIdPattern,
} from '../../../src/matching/values/opaque-token.ts';

const accepts = (pattern: typeof tokenPattern, example: string, actual: string) =>
  new RegExp(`^(?:${pattern.shape(example)})$`).test(actual) && (pattern.accepts?.(actual) ?? true);

describe('tokens', () => {
  it.each([
    ['abcd1234EFGH', true],
    ['eyJNYXJrZXIiOiBudWxsfQ==', true],
    ['short1', false],
    ['justonewordhere', false],
    ['vpc-0a1b2c3d4e5f60718', false],
    ['123456789012', true],
  ])('%s is one: %s', (text, expected) => expect(tokenPattern.recognises?.(text)).toBe(expected));

  it.each([
    ['abcd1234EFGH', 'x'.repeat(20), false],
    ['abcd1234EFGH', `${'aB1'.repeat(50)}`, true],
    ['123456789012', '9876543210', true],
    ['123456789012', 'abc12345678', false],
  ])('%s stands for %s: %s', (example, actual, expected) =>
    expect(accepts(tokenPattern, example, actual)).toBe(expected),
  );

  it('an id of a version is no small number', () => {
    expect(versionIdPattern.recognises?.('3sL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY')).toBe(true);
    expect(versionIdPattern.recognises?.('1234567890123456')).toBe(false);
  });
});

describe('signed URLs', () => {
  const URL_TEXT =
    'https://b.s3.amazonaws.com/k?Expires=1639990800&X-Amz-Signature=0a1b2c3d4e5f&Signature=abc%2Bdefgh';
  it('vary in signatures and expiry', () => {
    expect([...URL_TEXT.matchAll(signaturePattern.finds)].map(([one]) => one)).toEqual([
      '0a1b2c3d4e5f',
      'abc%2Bdefgh',
    ]);
    expect([...URL_TEXT.matchAll(urlExpiryPattern.finds)].map(([one]) => one)).toEqual(['1639990800']);
  });
});

describe('certificates and keys', () => {
  const pem = (kind: string, content: string) => `-----BEGIN ${kind}-----\n${content}\n-----END ${kind}-----`;
  it.each([
    [pem('CERTIFICATE', 'MIIB'), pem('CERTIFICATE', 'MIIC+/=\nabcd'), true],
    [pem('CERTIFICATE', 'MIIB'), pem('RSA PRIVATE KEY', 'MIIB'), false],
    ['AAAAB3NzaC1yc2E', 'AAAAC3NzaC1lZDI1', true],
    [`LS0tLS1CRUdJTi${'A'.repeat(20)}`, `LS0tLS1CRUdJTi${'B'.repeat(40)}==`, true],
  ])('keep their kind', (example, actual, expected) =>
    expect(accepts(keyMaterialPattern, example, actual)).toBe(expected),
  );
});
