import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { Bucket, DAY, MIDNIGHT, openBucket } from './open-lifecycle.ts';

standStill();

describe('an object', () => {
  test('expires at the midnight after its days, which its answers announce', async () => {
    const { s3, put, putRules, keys, pass } = await openBucket();
    await putRules({ ID: 'logs', Filter: { Prefix: 'log/' }, Expiration: { Days: 1 } });
    const Expiration = `expiry-date="${new Date(MIDNIGHT + DAY).toUTCString()}", rule-id="logs"`;
    expect(await put('log/a')).toMatchObject({ Expiration });
    expect(await put('keep')).not.toHaveProperty('Expiration');
    const object = { Bucket, Key: 'log/a' };
    expect(await s3.send(new HeadObjectCommand(object))).toMatchObject({ Expiration });
    pass(MIDNIGHT + DAY - START.getTime() - 1000);
    expect(await keys()).toEqual(['keep', 'log/a']);
    pass(1000);
    expect(await keys()).toEqual(['keep']);
    expect(await refusal(s3.send(new GetObjectCommand(object)))).toMatchObject({ code: 'NoSuchKey' });
  });

  test('expires by its tags and its size', async () => {
    const { put, putRules, keys, pass } = await openBucket();
    await putRules(
      { Filter: { Tag: { Key: 'stage', Value: 'test' } }, Expiration: { Days: 1 } },
      { Filter: { ObjectSizeGreaterThan: 3 }, Expiration: { Days: 1 } },
    );
    await put('tagged', { Tagging: 'stage=test' });
    await put('other', { Tagging: 'stage=prod' });
    await put('large', { Body: '1234' });
    pass(3 * DAY);
    expect(await keys()).toEqual(['other']);
  });

  test('moves to a colder storage class if it is large enough', async () => {
    const { s3, put, putRules, pass } = await openBucket();
    await putRules({
      Transitions: [
        { Days: 30, StorageClass: 'STANDARD_IA' },
        { Days: 60, StorageClass: 'GLACIER' },
      ],
    });
    await put('large', { Body: 'x'.repeat(128 * 1024) });
    await put('small', { Body: 'x' });
    const classes = async () => {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
      return Contents.map(({ StorageClass }) => StorageClass);
    };
    pass(32 * DAY);
    expect(await classes()).toEqual(['STANDARD_IA', 'STANDARD']);
    pass(30 * DAY);
    expect(await classes()).toEqual(['GLACIER', 'STANDARD']);
    expect(await refusal(s3.send(new GetObjectCommand({ Bucket, Key: 'large' })))).toMatchObject({
      code: 'InvalidObjectState',
    });
  });
});

describe('in a bucket with versions', () => {
  test('an expired object gets a delete marker, and its version goes later, then the marker', async () => {
    const { put, putRules, keys, versions, turnOnVersions, pass } = await openBucket();
    await turnOnVersions();
    await putRules(
      { Expiration: { Days: 10 }, NoncurrentVersionExpiration: { NoncurrentDays: 5 } },
      { Expiration: { ExpiredObjectDeleteMarker: true }, ID: 'markers' },
    );
    await put('a');
    pass(11 * DAY);
    expect(await keys()).toEqual([]);
    expect(await versions()).toEqual({ objects: ['a'], markers: ['a'] });
    pass(6 * DAY);
    expect(await versions()).toEqual({ objects: [], markers: [] });
  });

  test('old versions go, but for so many of the newest', async () => {
    const { s3, put, putRules, versions, turnOnVersions, pass } = await openBucket();
    await turnOnVersions();
    await putRules({ NoncurrentVersionExpiration: { NoncurrentDays: 1, NewerNoncurrentVersions: 1 } });
    for (const Body of ['1', '2', '3', '4']) await put('a', { Body });
    expect((await versions()).objects).toHaveLength(4);
    pass(3 * DAY);
    expect((await versions()).objects).toHaveLength(2);
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
    // The older one of the two has been kept only for its place.
    expect(await versions()).toEqual({ objects: ['a'], markers: ['a'] });
    pass(3 * DAY);
    expect(await versions()).toEqual({ objects: ['a'], markers: ['a'] });
  });
});

test('an upload that nobody completes is aborted', async () => {
  const { s3, putRules, pass } = await openBucket();
  await putRules({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 2 } });
  await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'a' }));
  const uploads = async () => (await s3.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads ?? [];
  pass(DAY);
  expect(await uploads()).toHaveLength(1);
  pass(2 * DAY);
  expect(await uploads()).toEqual([]);
});
