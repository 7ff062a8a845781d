import {
  ListObjectsCommand,
  type ListObjectsCommandInput,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

const KEYS = ['b/2', 'a', 'b/1', 'b/c/3', 'd e', 'Z', 'é'];

async function filled(user: 'owner' | 'reader' = 'owner') {
  const opened = openS3(user);
  for (const key of KEYS) await opened.put(key);
  return opened;
}

describe('ListObjectsV2', () => {
  const list = async (input: Partial<ListObjectsV2CommandInput> = {}) => {
    const { client } = await filled();
    const got = await client.send(new ListObjectsV2Command({ Bucket: BUCKET, ...input }));
    return {
      got,
      keys: got.Contents?.map(({ Key }) => Key),
      prefixes: got.CommonPrefixes?.map((p) => p.Prefix),
    };
  };

  test('tells of each object in the order of its bytes', async () => {
    const { got, keys } = await list();
    expect(keys).toEqual(['Z', 'a', 'b/1', 'b/2', 'b/c/3', 'd e', 'é']);
    const { $metadata, Contents, ...rest } = got;
    expect(rest).toEqual({ Name: BUCKET, Prefix: '', KeyCount: 7, MaxKeys: 1000, IsTruncated: false });
    expect(Contents?.[1]).toEqual({
      Key: 'a',
      LastModified: START,
      ETag: '"0cc175b9c0f1b6a831c399e269772661"',
      ChecksumAlgorithm: ['CRC32'],
      ChecksumType: 'FULL_OBJECT',
      Size: 1,
      StorageClass: 'STANDARD',
    });
  });

  test.each<[Partial<ListObjectsV2CommandInput>, string[] | undefined, string[] | undefined]>([
    [{ Prefix: 'b/' }, ['b/1', 'b/2', 'b/c/3'], undefined],
    [{ Delimiter: '/' }, ['Z', 'a', 'd e', 'é'], ['b/']],
    [{ Prefix: 'b/', Delimiter: '/' }, ['b/1', 'b/2'], ['b/c/']],
    [{ StartAfter: 'b/1' }, ['b/2', 'b/c/3', 'd e', 'é'], undefined],
    [{ Prefix: 'nothing' }, undefined, undefined],
    [{ MaxKeys: 0 }, undefined, undefined],
    [{ EncodingType: 'url', Prefix: 'd' }, ['d+e'], undefined],
    [{ EncodingType: 'url', StartAfter: 'd e' }, ['%C3%A9'], undefined],
  ])('%o', async (input, keys, prefixes) => {
    const result = await list(input);
    expect([result.keys, result.prefixes]).toEqual([keys, prefixes]);
    expect(result.got.IsTruncated).toBe(false);
  });

  test('names the owner where it is asked to', async () => {
    const { got } = await list({ FetchOwner: true, MaxKeys: 1 });
    expect(got.Contents?.[0]?.Owner).toEqual({ ID: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('gives pages that the paginator of the SDK can follow, prefixes counted', async () => {
    const { client } = await filled();
    const pages: unknown[] = [];
    for await (const page of paginateListObjectsV2(
      { client, pageSize: 2 },
      { Bucket: BUCKET, Delimiter: '/' },
    ))
      pages.push([page.KeyCount, page.Contents?.map(({ Key }) => Key), page.CommonPrefixes?.[0]?.Prefix]);
    expect(pages).toEqual([
      [2, ['Z', 'a'], undefined],
      [2, ['d e'], 'b/'],
      [1, ['é'], undefined],
    ]);
  });

  test.each<[Partial<ListObjectsV2CommandInput>, string]>([
    [{ ContinuationToken: 'x' }, 'The continuation token provided is incorrect'],
    [{ EncodingType: 'gzip' as 'url' }, 'Invalid Encoding Method specified in Request'],
    [{ MaxKeys: -1 }, 'Argument max-keys must be an integer between 0 and 2147483647'],
  ])('%o is an invalid argument', async (input, message) => {
    expect(await refusal(list(input))).toEqual({ code: 'InvalidArgument', message, status: 400 });
  });

  test('is judged by the prefix, too', async () => {
    const { client } = await filled('reader');
    const listed = (Prefix?: string) => client.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix }));
    expect((await listed('public/')).KeyCount).toBe(0);
    expect(await refusal(listed())).toMatchObject({ code: 'AccessDenied', status: 403 });
    expect(await refusal(listed('private/'))).toMatchObject({ code: 'AccessDenied', status: 403 });
  });
});

describe('ListObjects, the first version', () => {
  const list = async (input: Partial<ListObjectsCommandInput>) => {
    const { client } = await filled();
    return client.send(new ListObjectsCommand({ Bucket: BUCKET, ...input }));
  };

  test('goes on from a marker, which it names where there is a delimiter', async () => {
    const first = await list({ Delimiter: '/', MaxKeys: 3 });
    expect(first).toMatchObject({ IsTruncated: true, NextMarker: 'b/', Marker: '' });
    const second = await list({ Delimiter: '/', Marker: first.NextMarker });
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(['d e', 'é']);
    expect(second.CommonPrefixes).toBeUndefined();
    expect(second.Contents?.[0]?.Owner?.ID).toMatch(/^[0-9a-f]{64}$/);
  });
});
