import { describe, expect, test } from 'vitest';
import {
  computeSignature,
  presignUrl,
  signMessage,
  signRequest,
} from '../../../../src/aws/wire/sigv4/index.ts';

// The keys and signatures of AWS's documentation.
const credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};
const s3Credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('signRequest', () => {
  test("signs the IAM example of AWS's General Reference", async () => {
    const request = await signRequest(
      {
        method: 'GET',
        url: new URL('https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08'),
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      },
      credentials,
      { service: 'iam', region: 'us-east-1', date: new Date('2015-08-30T12:36:00Z') },
    );
    expect(request.headers.get('authorization')).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    );
    expect(request.headers.get('host')).toBe('iam.amazonaws.com');
  });

  test("signs the S3 example of AWS's API reference", async () => {
    const request = await signRequest(
      {
        method: 'GET',
        url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
        headers: { range: 'bytes=0-9' },
      },
      s3Credentials,
      { service: 's3', region: 'us-east-1', date: new Date('2013-05-24T00:00:00Z') },
    );
    expect(request.headers.get('authorization')).toContain(
      'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    );
    expect(request.headers.get('x-amz-content-sha256')).toBe(EMPTY_SHA256);
  });

  test('sends the session token, and covers the body', async () => {
    const sign = (body: string) =>
      signRequest(
        { method: 'POST', url: new URL('https://sts.amazonaws.com/'), headers: {}, body },
        { ...credentials, sessionToken: 'token' },
        { service: 'sts', region: 'us-east-1', date: new Date(0) },
      );
    const [one, other] = [await sign('a'), await sign('b')];
    expect(one.headers.get('x-amz-security-token')).toBe('token');
    expect(await one.text()).toBe('a');
    expect(one.headers.get('authorization')).not.toBe(other.headers.get('authorization'));
  });
});

describe('computeSignature', () => {
  test("gives the pieces of AWS's S3 example", async () => {
    const headers: Record<string, string> = {
      host: 'examplebucket.s3.amazonaws.com',
      'x-amz-content-sha256': EMPTY_SHA256,
      'x-amz-date': '20130524T000000Z',
    };
    const computed = await computeSignature(
      {
        method: 'GET',
        url: new URL('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J'),
        path: '/',
        header: (name) => headers[name],
        signedHeaders: Object.keys(headers),
        payloadHash: EMPTY_SHA256,
      },
      {
        ...s3Credentials,
        day: '20130524',
        region: 'us-east-1',
        service: 's3',
        timestamp: '20130524T000000Z',
      },
    );
    expect(computed).toEqual({
      canonicalRequest: [
        'GET',
        '/',
        'max-keys=2&prefix=J',
        'host:examplebucket.s3.amazonaws.com',
        `x-amz-content-sha256:${EMPTY_SHA256}`,
        'x-amz-date:20130524T000000Z',
        '',
        'host;x-amz-content-sha256;x-amz-date',
        EMPTY_SHA256,
      ].join('\n'),
      stringToSign: [
        'AWS4-HMAC-SHA256',
        '20130524T000000Z',
        '20130524/us-east-1/s3/aws4_request',
        'df57d21db20da04d7fa30298dd4488ba3a2b47ca3a489c74750e0f1e7df1b9b7',
      ].join('\n'),
      signature: '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    });
  });
});

test.each(['/a/../b', '/./x', '/a/./b/..'])('covers the path %s as it is sent to S3', async (path) => {
  const scope = { service: 's3', region: 'us-east-1', date: new Date('2013-05-24T00:00:00Z') };
  const url = new URL(`https://examplebucket.s3.amazonaws.com${path}`);
  const parts = { method: 'GET', url, headers: {} };
  const sent = await signMessage({ ...parts, path }, s3Credentials, scope);
  expect(sent.path).toBe(path);
  const elsewhere = await signMessage(parts, s3Credentials, scope);
  expect(elsewhere.headers.get('authorization')).not.toBe(sent.headers.get('authorization'));
});

describe('presignUrl', () => {
  test("signs the example of AWS's S3 API reference", async () => {
    const url = await presignUrl(
      { method: 'GET', url: new URL('https://examplebucket.s3.amazonaws.com/test.txt') },
      s3Credentials,
      { service: 's3', region: 'us-east-1', date: new Date('2013-05-24T00:00:00Z') },
      86_400,
    );
    expect(url).toBe(
      'https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });

  test('signs a key that URLs would not keep, and a session, as AWS CLI 2.9.19 does', async () => {
    const url = await presignUrl(
      {
        method: 'GET',
        url: new URL('https://example-bucket.s3.eu-west-1.amazonaws.com/'),
        path: '/a%20b/../%C3%BC~%2A%28x%29%3Fq%26%2B',
      },
      { ...s3Credentials, secretAccessKey: 'abc', sessionToken: 'to+k/en=' },
      { service: 's3', region: 'eu-west-1', date: new Date('2026-11-24T15:57:15Z') },
      3600,
    );
    expect(url).toBe(
      'https://example-bucket.s3.eu-west-1.amazonaws.com/a%20b/../%C3%BC~%2A%28x%29%3Fq%26%2B?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261124%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=20261124T155715Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Security-Token=to%2Bk%2Fen%3D&X-Amz-Signature=0d4775f9b7529945be2a5e25e723657f408837fedba5d7aded3568ad627781b8',
    );
  });
});
