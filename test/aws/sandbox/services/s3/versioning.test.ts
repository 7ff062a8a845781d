import {
  CopyObjectCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { BUCKET, openS3 } from './practice.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterEach(() => {
  vi.useRealTimers();
});

const own = { Bucket: BUCKET, Key: 'k' };

async function openVersioned(Status: 'Enabled' | 'Suspended' = 'Enabled') {
  const opened = openS3();
  const set = (status: 'Enabled' | 'Suspended') =>
    opened.client.send(
      new PutBucketVersioningCommand({ Bucket: BUCKET, VersioningConfiguration: { Status: status } }),
    );
  await set(Status);
  const list = async () => {
    const { Versions = [], DeleteMarkers = [] } = await opened.client.send(
      new ListObjectVersionsCommand({ Bucket: BUCKET }),
    );
    return { Versions, DeleteMarkers };
  };
  const text = async (more: object = {}) => {
    const got = await opened.client.send(new GetObjectCommand({ ...own, ...more }));
    return got.Body?.transformToString();
  };
  return { ...opened, set, list, text };
}

test('keeps every version, and gives each by its id', async () => {
  const { put, text } = await openVersioned();
  const first = await put('k', 'one');
  const second = await put('k', 'two');
  expect(first.VersionId).toMatch(/^[A-Za-z0-9._]{32}$/);
  expect(first.VersionId).not.toBe(second.VersionId);
  expect(await text()).toBe('two');
  expect(await text({ VersionId: first.VersionId })).toBe('one');
});

test('deletes by a marker, which may itself be deleted', async () => {
  const { put, client, text, list } = await openVersioned();
  await put('k', 'one');
  const marker = await client.send(new DeleteObjectCommand(own));
  expect(marker).toMatchObject({ DeleteMarker: true, VersionId: expect.any(String) });
  await expect(text()).rejects.toMatchObject({ name: 'NoSuchKey' });
  await expect(text({ VersionId: marker.VersionId })).rejects.toMatchObject({
    name: 'MethodNotAllowed',
    message: 'The specified method is not allowed against this resource.',
  });
  expect((await client.send(new ListObjectsV2Command({ Bucket: BUCKET }))).KeyCount).toBe(0);
  expect(await list()).toMatchObject({
    Versions: [{ IsLatest: false }],
    DeleteMarkers: [{ IsLatest: true }],
  });
  await client.send(new DeleteObjectCommand({ ...own, VersionId: marker.VersionId }));
  expect(await text()).toBe('one');
});

test('deletes a version for good', async () => {
  const { put, client, text } = await openVersioned();
  const { VersionId } = await put('k', 'one');
  await put('k', 'two');
  expect(await client.send(new DeleteObjectCommand({ ...own, VersionId }))).toMatchObject({ VersionId });
  await expect(text({ VersionId })).rejects.toMatchObject({ name: 'NoSuchVersion' });
  await expect(text({ VersionId: 'wrong' })).rejects.toMatchObject({
    name: 'InvalidArgument',
    message: 'Invalid version id specified',
  });
});

test('writes over the version `null` while it is suspended', async () => {
  const { put, client, set, list } = await openVersioned();
  const { VersionId } = await put('k', 'one');
  await set('Suspended');
  expect((await put('k', 'two')).VersionId).toBeUndefined();
  await put('k', 'three');
  expect((await list()).Versions.map((version) => version.VersionId)).toEqual(['null', VersionId]);
  expect(await client.send(new DeleteObjectCommand(own))).toMatchObject({
    DeleteMarker: true,
    VersionId: 'null',
  });
  expect((await list()).Versions.map((version) => version.VersionId)).toEqual([VersionId]);
});

test('tells of many deletions as S3 does', async () => {
  const { put, client } = await openVersioned();
  const { VersionId } = await put('k', 'one');
  const Objects = [{ Key: 'k' }, { Key: 'k', VersionId }, { Key: 'k', VersionId: 'x'.repeat(32) }];
  const { Deleted, Errors } = await client.send(
    new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects } }),
  );
  expect(Deleted).toEqual([
    { Key: 'k', DeleteMarker: true, DeleteMarkerVersionId: expect.any(String) },
    { Key: 'k', VersionId },
  ]);
  expect(Errors).toEqual([
    {
      ...{ Key: 'k', VersionId: 'x'.repeat(32), Code: 'NoSuchVersion' },
      Message: 'The specified version does not exist.',
    },
  ]);
});

test('copies a version, and names it', async () => {
  const { put, client, text } = await openVersioned();
  const { VersionId } = await put('k', 'one');
  await put('k', 'two');
  const copy = await client.send(
    new CopyObjectCommand({ Bucket: BUCKET, Key: 'c', CopySource: `${BUCKET}/k?versionId=${VersionId}` }),
  );
  expect(copy.CopySourceVersionId).toBe(VersionId);
  expect(await text({ Key: 'c' })).toBe('one');
});

test('copies an earlier version over the newest, which restores it', async () => {
  const { put, client, text } = await openVersioned();
  const { VersionId } = await put('k', 'one');
  await put('k', 'two');
  await client.send(new CopyObjectCommand({ ...own, CopySource: `${BUCKET}/k?versionId=${VersionId}` }));
  expect(await text()).toBe('one');
});

test('a bucket whose objects are only marked as deleted is not empty', async () => {
  const { put, client } = await openVersioned();
  await put('k', 'one');
  await client.send(new DeleteObjectCommand(own));
  await expect(client.send(new DeleteBucketCommand({ Bucket: BUCKET }))).rejects.toMatchObject({
    name: 'BucketNotEmpty',
  });
});
