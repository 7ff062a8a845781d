import { ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openVersioned } from './open-versioned.ts';
import { BUCKET } from './practice.ts';

standStill();

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
