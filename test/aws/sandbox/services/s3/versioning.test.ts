import {
  CopyObjectCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openVersioned, own } from './open-versioned.ts';
import { BUCKET } from './practice.ts';

standStill();

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
