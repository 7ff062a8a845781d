import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectAttributesCommand,
  PutBucketVersioningCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

const ALL = ['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize'] as const;

function open(user: 'owner' | 'reader' = 'owner') {
  const opened = openS3(user);
  const attributes = async (Key: string, input: object = {}) => {
    const { $metadata, LastModified, ...rest } = await opened.client.send(
      new GetObjectAttributesCommand({ Bucket: BUCKET, Key, ObjectAttributes: [...ALL], ...input }),
    );
    return rest;
  };
  return { ...opened, attributes };
}

test('the facts that are asked for', async () => {
  const { put, attributes } = open();
  await put('k', 'hello', { ChecksumAlgorithm: 'SHA256', StorageClass: 'STANDARD_IA' });
  expect(await attributes('k')).toEqual({
    ETag: '5d41402abc4b2a76b9719d911017c592',
    Checksum: {
      ChecksumSHA256: 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
      ChecksumType: 'FULL_OBJECT',
    },
    StorageClass: 'STANDARD_IA',
    ObjectSize: 5,
  });
  expect(await attributes('k', { ObjectAttributes: ['ObjectSize'] })).toEqual({ ObjectSize: 5 });
});

test('how many parts an object was stored in', async () => {
  const { client, attributes } = open();
  const of = { Bucket: BUCKET, Key: 'parts' };
  const upload = async (input: object) => {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ ...of, ...input }));
    const part = { ...of, UploadId, PartNumber: 1, Body: 'one', ...input };
    const { ETag, ChecksumSHA256 } = await client.send(new UploadPartCommand(part));
    const Parts = [{ PartNumber: 1, ETag, ChecksumSHA256 }];
    await client.send(new CompleteMultipartUploadCommand({ ...of, UploadId, MultipartUpload: { Parts } }));
  };
  await upload({});
  expect(await attributes('parts')).toMatchObject({ ObjectParts: { TotalPartsCount: 1 }, ObjectSize: 3 });
  await upload({ ChecksumAlgorithm: 'SHA256' });
  expect(await refusal(attributes('parts'))).toMatchObject({ status: 501, code: 'NotImplemented' });
  expect(await attributes('parts', { ObjectAttributes: ['ObjectSize'] })).toEqual({ ObjectSize: 3 });
});

test('of a version; a marker has none', async () => {
  const { client, put, attributes } = open();
  await client.send(
    new PutBucketVersioningCommand({ Bucket: BUCKET, VersioningConfiguration: { Status: 'Enabled' } }),
  );
  const { VersionId } = await put('k', 'hello');
  await put('k', 'hello again');
  expect(await attributes('k', { VersionId, ObjectAttributes: ['ObjectSize'] })).toEqual({
    VersionId,
    ObjectSize: 5,
  });
  const marker = await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'k' }));
  expect(await refusal(attributes('k'))).toMatchObject({ code: 'NoSuchKey', status: 404 });
  expect(await refusal(attributes('k', { VersionId: marker.VersionId }))).toMatchObject({
    code: 'MethodNotAllowed',
    status: 405,
  });
});

test('a name that is none, and a caller who may not read', async () => {
  const { put, attributes } = open();
  await put('k');
  expect(await refusal(attributes('k', { ObjectAttributes: ['Owner'] }))).toMatchObject({
    code: 'InvalidArgument',
  });
  const reader = open('reader');
  await reader.put('k');
  expect(await refusal(reader.attributes('k'))).toMatchObject({ code: 'AccessDenied', status: 403 });
});
