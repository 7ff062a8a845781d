import { expect, test } from 'vitest';
import { bucketOfHost, OutsideBucket, s3Address } from '../../../../src/aws/sandbox/protocols/s3-address.ts';

test.each([
  ['bucket.s3.amazonaws.com', 'bucket'],
  ['bucket.s3.eu-west-1.amazonaws.com', 'bucket'],
  ['bucket.s3-eu-west-1.amazonaws.com', 'bucket'],
  ['bucket.s3.dualstack.eu-west-1.amazonaws.com', 'bucket'],
  ['my.dotted.bucket.s3.amazonaws.com', 'my.dotted.bucket'],
  ['bucket.localhost:8080', 'bucket'],
  ['s3.amazonaws.com', undefined],
  ['s3.eu-west-1.amazonaws.com', undefined],
  ['localhost:8080', undefined],
  ['bucket.example.com', undefined],
])('%s names %s', (host, bucket) => {
  expect(bucketOfHost(host)).toBe(bucket);
});

test.each([
  ['s3.amazonaws.com', '/', {}],
  ['s3.amazonaws.com', '/bucket', { bucket: 'bucket' }],
  ['s3.amazonaws.com', '/bucket/', { bucket: 'bucket' }],
  ['s3.amazonaws.com', '/bucket/a%20b/c', { bucket: 'bucket', key: 'a b/c' }],
  ['s3.amazonaws.com', '/bucket//a', { bucket: 'bucket', key: '/a' }],
  ['bucket.s3.amazonaws.com', '/', { bucket: 'bucket' }],
  ['bucket.s3.amazonaws.com', '/a/b', { bucket: 'bucket', key: 'a/b' }],
  ['bucket.s3.amazonaws.com', '/a/../b', { bucket: 'bucket', key: 'a/../b' }],
])('%s%s', (host, path, address) => {
  expect(s3Address(host, path)).toEqual(address);
});

test.each(['/..', '/a/../../b', '/%2e%2e/b', '/./../a', '//../a'])('%s leads out of its bucket', (path) => {
  expect(() => s3Address('bucket.s3.amazonaws.com', path)).toThrow(OutsideBucket);
});

test('a wrong escape is no address', () => {
  expect(() => s3Address('s3.amazonaws.com', '/bucket/%ff')).toThrow(URIError);
});
