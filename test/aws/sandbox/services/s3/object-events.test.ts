import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { allowing } from '../events/open-rule.ts';
import { standStill } from '../time.ts';
import { Bucket, openNotified, QUEUE, QueueUrl, toQueue } from './open-notified.ts';

standStill();

const ALL = [
  's3:ObjectCreated:*',
  's3:ObjectRemoved:*',
  's3:ObjectTagging:*',
  's3:LifecycleExpiration:*',
  's3:LifecycleTransition',
];

async function openTold() {
  const account = await openNotified();
  await account.configure(toQueue(...ALL));
  await account.received();
  return account;
}

describe('a bucket tells its queue', () => {
  test('of an object, with the members of AWS', async () => {
    const { put, received } = await openTold();
    await put('in box/2026+1.txt');
    const [told] = await received();
    expect(told?.Records).toEqual([
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: 'ap-northeast-1',
        eventTime: START.toISOString(),
        eventName: 'ObjectCreated:Put',
        userIdentity: { principalId: expect.stringMatching(/^AWS:AIDA/) },
        requestParameters: { sourceIPAddress: '203.0.113.10' },
        responseElements: {
          'x-amz-request-id': expect.stringMatching(/^[\dA-Z]{16}$/),
          'x-amz-id-2': expect.stringMatching(/=$/),
        },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: expect.stringMatching(/^[\da-f-]{36}$/),
          bucket: {
            name: Bucket,
            ownerIdentity: { principalId: expect.stringMatching(/^[\da-f]{64}$/) },
            arn: `arn:aws:s3:::${Bucket}`,
          },
          object: {
            key: 'in+box/2026%2B1.txt',
            size: 5,
            eTag: '70a17ffa722a3985b86d30b034ad06d7',
            sequencer: expect.stringMatching(/^[\dA-F]{18}$/),
          },
        },
      },
    ]);
  });

  test('of copies, uploads in parts, tags and deletions, but not of a deletion of nothing', async () => {
    const { put, call, told } = await openTold();
    await put('a');
    await call('CopyObject', { Bucket, Key: 'b', CopySource: `${Bucket}/a` });
    const { UploadId } = await call('CreateMultipartUpload', { Bucket, Key: 'c' });
    const { ETag } = await call('UploadPart', { Bucket, Key: 'c', UploadId, PartNumber: 1, Body: 'x' });
    await call('CompleteMultipartUpload', {
      ...{ Bucket, Key: 'c', UploadId, MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } },
    });
    await call('PutObjectTagging', { Bucket, Key: 'c', Tagging: { TagSet: [{ Key: 'k', Value: 'v' }] } });
    await call('DeleteObjectTagging', { Bucket, Key: 'c' });
    await call('DeleteObject', { Bucket, Key: 'none' });
    await call('DeleteObjects', { Bucket, Delete: { Objects: [{ Key: 'a' }, { Key: 'none' }] } });
    expect(await told()).toEqual([
      ['ObjectCreated:Put', 'a'],
      ['ObjectCreated:Copy', 'b'],
      ['ObjectCreated:CompleteMultipartUpload', 'c'],
      ['ObjectTagging:Put', 'c'],
      ['ObjectTagging:Delete', 'c'],
      ['ObjectRemoved:Delete', 'a'],
    ]);
  });

  test('of versions and markers, in an order that the sequencer keeps', async () => {
    const { put, call, received } = await openTold();
    await call('PutBucketVersioning', { Bucket, VersioningConfiguration: { Status: 'Enabled' } });
    const { VersionId } = await put('a');
    const { VersionId: marker } = await call('DeleteObject', { Bucket, Key: 'a' });
    await call('DeleteObject', { Bucket, Key: 'a', VersionId });
    const records = (await received()).flatMap(({ Records }) => Records);
    expect(records.map(({ eventName, s3 }) => [eventName, s3.object.versionId, s3.object.eTag])).toEqual([
      ['ObjectCreated:Put', VersionId, '70a17ffa722a3985b86d30b034ad06d7'],
      ['ObjectRemoved:DeleteMarkerCreated', marker, 'd41d8cd98f00b204e9800998ecf8427e'],
      ['ObjectRemoved:Delete', VersionId, undefined],
    ]);
    const order = records.map(({ s3 }) => s3.object.sequencer);
    expect([...order].sort()).toEqual(order);
    expect(new Set(order).size).toBe(3);
  });

  test('of what its lifecycle does', async () => {
    const { put, call, told, clock } = await openTold();
    const Rules = [
      { ID: 'old', Filter: { Prefix: 'old/' }, Status: 'Enabled', Expiration: { Days: 1 } },
      {
        ID: 'cold',
        Filter: { Prefix: 'cold/' },
        Status: 'Enabled',
        Transitions: [{ Days: 1, StorageClass: 'GLACIER' }],
      },
    ];
    await call('PutBucketLifecycleConfiguration', {
      ...{ Bucket, LifecycleConfiguration: { Rules } },
      TransitionDefaultMinimumObjectSize: 'varies_by_storage_class',
    });
    await put('old/a');
    await put('cold/a');
    await told();
    clock.elapse(3 * 86_400_000);
    expect(await told()).toEqual([
      ['LifecycleTransition', 'cold/a'],
      ['LifecycleExpiration:Delete', 'old/a'],
    ]);
  });

  test('of nothing that the rules do not name, and of nothing once the policy is gone', async () => {
    const { put, sqs, told, configure } = await openNotified();
    const Filter = { Key: { FilterRules: [{ Name: 'suffix', Value: '.csv' }] } };
    await configure({ QueueConfigurations: [{ QueueArn: QUEUE, Events: ['s3:ObjectCreated:Put'], Filter }] });
    await put('a.txt');
    await put('a.csv');
    expect(await told()).toEqual([['ObjectCreated:Put', 'a.csv']]);
    await sqs('SetQueueAttributes', { QueueUrl, Attributes: { Policy: '' } });
    await put('b.csv');
    expect(await told()).toEqual([]);
  });
});

test('EventBridge gets events of the bucket only where its configuration asks for them', async () => {
  const { of, put, call, configure, received } = await openNotified(
    allowing('events.amazonaws.com', 'sqs:SendMessage'),
  );
  const events = of('events');
  await events('PutRule', { Name: 'r', EventPattern: '{"source":["aws.s3"]}' });
  await events('PutTargets', { Rule: 'r', Targets: [{ Id: 'q', Arn: QUEUE }] });
  await put('a');
  expect(await received()).toEqual([]);
  await configure({ EventBridgeConfiguration: {} });
  await put('a');
  await call('DeleteObject', { Bucket, Key: 'a' });
  const [created, deleted] = await received();
  expect(created).toMatchObject({
    'detail-type': 'Object Created',
    source: 'aws.s3',
    resources: [`arn:aws:s3:::${Bucket}`],
    detail: {
      version: '0',
      bucket: { name: Bucket },
      object: { key: 'a', size: 5, etag: '70a17ffa722a3985b86d30b034ad06d7' },
      requester: '123456789012',
      reason: 'PutObject',
    },
  });
  expect(deleted).toMatchObject({
    'detail-type': 'Object Deleted',
    detail: { reason: 'DeleteObject', 'deletion-type': 'Permanently Deleted' },
  });
});
