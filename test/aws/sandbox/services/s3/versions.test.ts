import { GetObjectCommand, ListObjectVersionsCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
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

test('pages over versions by both markers', async () => {
  const { put, client } = await openVersioned();
  for (const key of ['a', 'a', 'b']) await put(key);
  const seen: string[] = [];
  let markers: { KeyMarker?: string; VersionIdMarker?: string } = {};
  for (;;) {
    const page = await client.send(new ListObjectVersionsCommand({ Bucket: BUCKET, MaxKeys: 1, ...markers }));
    seen.push(...(page.Versions ?? []).map(({ Key, IsLatest }) => `${Key} ${IsLatest}`));
    if (!page.IsTruncated) break;
    markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  }
  expect(seen).toEqual(['a true', 'a false', 'b true']);
  await expect(
    client.send(new ListObjectVersionsCommand({ Bucket: BUCKET, VersionIdMarker: 'x'.repeat(32) })),
  ).rejects.toMatchObject({ message: 'A version-id marker cannot be specified without a key marker.' });
});
