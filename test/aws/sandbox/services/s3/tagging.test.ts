import {
  CopyObjectCommand,
  DeleteObjectTaggingCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

const DENIED = (action: string, resource: string, user = 'reader') =>
  `User: arn:aws:iam::123456789012:user/${user} is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`;

describe('tags', () => {
  const at = { Bucket: BUCKET, Key: 'k' };

  test('come with an object, and are changed beside it', async () => {
    const { client, put } = openS3();
    await put('k', 'x', { Tagging: 'a=1&b%20c=%E6%97%A5' });
    expect((await client.send(new HeadObjectCommand(at))).TagCount).toBe(2);
    const tags = async () => (await client.send(new GetObjectTaggingCommand(at))).TagSet;
    expect(await tags()).toEqual([
      { Key: 'a', Value: '1' },
      { Key: 'b c', Value: '日' },
    ]);
    await client.send(new CopyObjectCommand({ ...at, Key: 'copy', CopySource: `${BUCKET}/k` }));
    const copied = await client.send(new GetObjectTaggingCommand({ ...at, Key: 'copy' }));
    expect(copied.TagSet).toHaveLength(2);
    await client.send(new PutObjectTaggingCommand({ ...at, Tagging: { TagSet: [{ Key: 'n', Value: '' }] } }));
    expect(await tags()).toEqual([{ Key: 'n', Value: '' }]);
    await client.send(new DeleteObjectTaggingCommand(at));
    expect(await tags()).toEqual([]);
  });

  test('are at most ten, each with a key of its own, for those who may give them', async () => {
    const { client, clientOf, put } = openS3();
    await put('k');
    const tag = (TagSet: { Key: string; Value: string }[]) =>
      client.send(new PutObjectTaggingCommand({ ...at, Tagging: { TagSet } }));
    const many = Array.from({ length: 11 }, (_, i) => ({ Key: `k${i}`, Value: '' }));
    expect(await refusal(tag(many))).toEqual({
      code: 'BadRequest',
      message: 'Object tags cannot be greater than 10',
      status: 400,
    });
    expect(await refusal(tag([{ Key: 'a<b', Value: '' }]))).toMatchObject({ code: 'InvalidTag' });
    const denied = clientOf('reader').send(new PutObjectCommand({ ...at, Body: 'x', Tagging: 'a=b' }));
    expect(await refusal(denied)).toEqual({
      code: 'AccessDenied',
      message: DENIED('s3:PutObjectTagging', 'arn:aws:s3:::tokyo-bucket/k'),
      status: 403,
    });
  });
});
