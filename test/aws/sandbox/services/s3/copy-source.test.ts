import { CopyObjectCommand, type CopyObjectCommandInput, HeadObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

/** By `openssl md5`. */
const MD5_OF_HELLO = '"5d41402abc4b2a76b9719d911017c592"';

const DENIED = (action: string, resource: string, user = 'reader') =>
  `User: arn:aws:iam::123456789012:user/${user} is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`;

describe('CopyObject', () => {
  const copy = async (input: Partial<CopyObjectCommandInput>, user: 'owner' | 'reader' = 'owner') => {
    const { client, put, clientOf } = openS3(user);
    await put('from é+1', 'hello', { Metadata: { a: '1' }, ContentType: 'text/x' });
    await put('public/x', 'hello');
    const CopySource = `${BUCKET}/${encodeURIComponent('from é+1')}`;
    const result = await client.send(
      new CopyObjectCommand({ Bucket: BUCKET, Key: 'to', CopySource, ...input }),
    );
    const head = await clientOf('owner').send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: input.Key ?? 'to' }),
    );
    return { result: result.CopyObjectResult, head };
  };

  test('copies the body and what was said of it', async () => {
    const { result, head } = await copy({});
    expect(result).toMatchObject({ ETag: MD5_OF_HELLO, LastModified: START });
    expect(head).toMatchObject({ Metadata: { a: '1' }, ContentType: 'text/x', ContentLength: 5 });
  });

  test('replaces what was said, on demand', async () => {
    const { head } = await copy({ MetadataDirective: 'REPLACE', Metadata: { b: '2' } });
    expect(head.Metadata).toEqual({ b: '2' });
    expect(head.ContentType).toBe('binary/octet-stream');
    const self = await copy({ Key: 'from é+1', MetadataDirective: 'REPLACE', Metadata: { c: '3' } });
    expect(self.head.Metadata).toEqual({ c: '3' });
  });

  test.each<[string, Partial<CopyObjectCommandInput>, string, number]>([
    ['itself, unchanged', { Key: 'from é+1' }, 'InvalidRequest', 400],
    ['no key', { CopySource: BUCKET }, 'InvalidArgument', 400],
    ['a missing key', { CopySource: `${BUCKET}/missing` }, 'NoSuchKey', 404],
    ['a missing bucket', { CopySource: 'not-there/missing' }, 'NoSuchBucket', 404],
    ['a bad escape', { CopySource: `${BUCKET}/%ff` }, 'InvalidURI', 400],
    ['a bad directive', { MetadataDirective: 'MOVE' as 'COPY' }, 'InvalidArgument', 400],
    ['another than expected', { CopySourceIfMatch: '"x"' }, 'PreconditionFailed', 412],
    ['the same as before', { CopySourceIfNoneMatch: MD5_OF_HELLO }, 'PreconditionFailed', 412],
  ])('refuses %s', async (_, input, code, status) => {
    expect(await refusal(copy(input))).toMatchObject({ code, status });
  });

  test('asks leave to read the source', async () => {
    await copy({ CopySource: `${BUCKET}/public/x` }, 'reader');
    expect(await refusal(copy({}, 'reader'))).toEqual({
      code: 'AccessDenied',
      message: DENIED('s3:GetObject', `arn:aws:s3:::${BUCKET}/from é+1`),
      status: 403,
    });
  });
});
