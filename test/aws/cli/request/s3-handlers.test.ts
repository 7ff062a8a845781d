import { describe, expect, it } from 'vitest';
import {
  bucketUrl,
  checkBucketName,
  checkMetadata,
  decodeKeys,
  encodesKeys,
  withQuotedSource,
} from '../../../../src/aws/cli/request/s3-handlers.ts';

describe('bucketUrl', () => {
  const at = (url: string) => ({ url: new URL(url), signingRegion: 'r', custom: false });
  it.each([
    ['https://s3.amazonaws.com/', 'example-bucket', 'GetObject', 'https://example-bucket.s3.amazonaws.com/'],
    ['https://s3.amazonaws.com/', 'a.b', 'GetObject', 'https://s3.amazonaws.com/a.b'],
    ['https://s3.amazonaws.com/', 'Upper', 'GetObject', 'https://s3.amazonaws.com/Upper'],
    [
      'https://s3.amazonaws.com/',
      'example-bucket',
      'GetBucketLocation',
      'https://s3.amazonaws.com/example-bucket',
    ],
    ['http://127.0.0.1:80/x/', 'example-bucket', 'GetObject', 'http://127.0.0.1/x/example-bucket'],
  ])('%s for %s of %s', (endpoint, bucket, operation, expected) => {
    expect(bucketUrl(at(endpoint), bucket, operation).href).toBe(expected);
  });
});

describe('checkBucketName', () => {
  it.each(['example-bucket', 'Old_Name.1', 'arn:aws:s3:eu-west-1:123456789012:accesspoint/ap', undefined])(
    'takes %s',
    (name) => expect(() => checkBucketName(name)).not.toThrow(),
  );
  it.each(['', 'a b', 'a/b', 'arn:aws:s3:::b'])('refuses %j', (name) => {
    expect(() => checkBucketName(name)).toThrow(
      `Invalid bucket name "${name}": Bucket name must match the regex`,
    );
  });
});

it('checkMetadata takes ASCII only', () => {
  expect(() => checkMetadata({ a: 'b' })).not.toThrow();
  expect(() => checkMetadata(undefined)).not.toThrow();
  expect(() => checkMetadata({ a: 'é' })).toThrow(
    'Non ascii characters found in S3 metadata for key "a", value: "é".',
  );
});

it('withQuotedSource keeps slashes and the version', () => {
  expect(withQuotedSource({ CopySource: "b/a b/(c)'é?versionId=v1" })).toEqual({
    CopySource: 'b/a%20b/%28c%29%27%C3%A9?versionId=v1',
  });
  expect(withQuotedSource({ Key: 'a b' })).toEqual({ Key: 'a b' });
});

describe('keys in listings', () => {
  it('are asked for encoded, unless the user asks otherwise', () => {
    expect(encodesKeys('ListObjectsV2', {})).toBe(true);
    expect(encodesKeys('ListObjectsV2', { EncodingType: 'url' })).toBe(false);
    expect(encodesKeys('ListBuckets', {})).toBe(false);
  });

  it('are decoded where they stand', () => {
    const answer = {
      ...{ EncodingType: 'url', Prefix: 'a%2Fb', Contents: [{ Key: 'a+b%26', ETag: 'a%2B' }] },
      CommonPrefixes: [{ Prefix: 'x%20y/' }],
    };
    expect(decodeKeys('ListObjectsV2', answer)).toEqual({
      ...{ EncodingType: 'url', Prefix: 'a/b', Contents: [{ Key: 'a b&', ETag: 'a%2B' }] },
      CommonPrefixes: [{ Prefix: 'x y/' }],
    });
  });

  it('stay as they came where they are not encoded, or cannot be decoded', () => {
    expect(decodeKeys('ListObjectsV2', { Prefix: 'a%2F' })).toEqual({ Prefix: 'a%2F' });
    expect(decodeKeys('ListObjects', { EncodingType: 'url', Marker: '%' })).toMatchObject({ Marker: '%' });
  });
});
