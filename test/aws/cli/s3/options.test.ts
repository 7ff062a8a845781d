import { describe, expect, it } from 'vitest';
import {
  grantParameters,
  objectParameters,
  optionsOf,
  refuseCustomerKeys,
} from '../../../../src/aws/cli/s3/options.ts';
import { memoryHost } from '../host.ts';

const values = (given: Readonly<Record<string, string | null | readonly string[]>>) =>
  new Map(Object.entries(given));

describe('objectParameters', () => {
  it.each([
    [{}, {}],
    [
      { acl: 'private', 'content-type': 'text/plain' },
      { ACL: 'private', ContentType: 'text/plain' },
    ],
    [{ 'cache-control': '' }, {}],
    [{ sse: null }, { ServerSideEncryption: 'AES256' }],
    [
      { sse: 'aws:kms', 'sse-kms-key-id': 'k' },
      { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'k' },
    ],
    [{ metadata: 'a=1,b=2' }, { Metadata: { a: '1', b: '2' } }],
    [{ metadata: '{"a": "1"}' }, { Metadata: { a: '1' } }],
    [{ metadata: 'file://m.json' }, { Metadata: { c: 'd' } }],
  ])('%j', async (given, expected) => {
    const host = memoryHost({ '/home/me/m.json': '{"c": "d"}' });
    expect(await objectParameters(values(given), host)).toEqual(expected);
  });
});

describe('grantParameters', () => {
  it('takes permissions by their short names', () => {
    expect(grantParameters(values({ grants: ['read=id=1', 'full=emailaddress=a@b'] }))).toEqual({
      ...{ GrantRead: 'id=1', GrantFullControl: 'emailaddress=a@b' },
    });
    expect(grantParameters(values({}))).toEqual({});
  });

  it.each([
    [['read'], 'grants should be of the form permission=principal'],
    [['write=id=1'], 'permission must be one of: read|readacl|writeacl|full'],
  ])('refuses %j', (grants, message) => expect(() => grantParameters(values({ grants }))).toThrow(message));
});

it('refuseCustomerKeys names the option', () => {
  expect(() => refuseCustomerKeys(values({ 'sse-c-key': 'k' }))).toThrow('has no --sse-c-key');
  expect(() => refuseCustomerKeys(values({ sse: null }))).not.toThrow();
});

it('each command has its own options', () => {
  const flags = (name: keyof typeof optionsOf) => optionsOf[name].map(({ flag }) => flag);
  expect(flags('cp')).toContain('--expected-size');
  expect(flags('mv')).not.toContain('--expected-size');
  expect(flags('sync')).toContain('--delete');
  expect(flags('sync')).not.toContain('--recursive');
  expect(flags('rm')).not.toContain('--acl');
});
