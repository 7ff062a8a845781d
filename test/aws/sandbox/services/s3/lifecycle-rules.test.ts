import {
  CreateBucketCommand,
  DeleteBucketLifecycleCommand,
  GetBucketLifecycleConfigurationCommand,
  type LifecycleRule,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { openAccount } from '../open.ts';

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterAll(() => {
  vi.useRealTimers();
});

const Bucket = 'archive';

const DAY = 86_400_000;

const MIDNIGHT = Math.ceil(START.getTime() / DAY) * DAY;

async function openBucket() {
  const { admin, clock } = openAccount('s3-lifecycle');
  const { s3 } = admin;
  await s3.send(
    new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' } }),
  );
  const put = (Key: string, input: Partial<PutObjectCommandInput> = {}) =>
    s3.send(new PutObjectCommand({ Bucket, Key, ...input }));
  const putRules = (...rules: Partial<LifecycleRule>[]) =>
    s3.send(
      new PutBucketLifecycleConfigurationCommand({
        Bucket,
        LifecycleConfiguration: {
          Rules: rules.map((rule) => ({ Status: 'Enabled', Filter: { Prefix: '' }, ...rule })),
        },
      }),
    );
  const keys = async () => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
    return Contents.map(({ Key }) => Key);
  };
  const versions = async () => {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    return { objects: Versions.map(({ Key }) => Key), markers: DeleteMarkers.map(({ Key }) => Key) };
  };
  const turnOnVersions = () =>
    s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  return { s3, put, putRules, keys, versions, turnOnVersions, pass: (ms: number) => clock.elapse(ms) };
}

describe('the rules of a bucket', () => {
  test('are kept as they were put, each with an id, until they are deleted', async () => {
    const { s3, putRules } = await openBucket();
    const get = () => s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    const missing = {
      code: 'NoSuchLifecycleConfiguration',
      message: 'The lifecycle configuration does not exist',
    };
    expect(await refusal(get())).toMatchObject(missing);
    expect(await putRules({ ID: 'old', Expiration: { Days: 7 } }, { Expiration: { Days: 9 } })).toMatchObject(
      {
        TransitionDefaultMinimumObjectSize: 'all_storage_classes_128K',
      },
    );
    const { Rules = [] } = await get();
    expect(Rules[0]).toEqual({
      ID: 'old',
      Status: 'Enabled',
      Filter: { Prefix: '' },
      Expiration: { Days: 7 },
    });
    expect(Rules[1]?.ID).toMatch(/^\w{48}$/);
    await s3.send(new DeleteBucketLifecycleCommand({ Bucket }));
    expect(await refusal(get())).toMatchObject(missing);
  });

  test.each<[string, Partial<LifecycleRule>, string, string]>([
    ['no action', {}, 'InvalidRequest', 'At least one action needs to be specified in a rule'],
    [
      'a date that is no midnight',
      { Expiration: { Date: new Date(MIDNIGHT + 1000) } },
      'InvalidArgument',
      "'Date' must be at midnight GMT",
    ],
    [
      'no day',
      { Expiration: { Days: 0 } },
      'InvalidArgument',
      "'Days' for Expiration action must be a positive integer",
    ],
    [
      'a move that is too early',
      { Transitions: [{ Days: 1, StorageClass: 'STANDARD_IA' }] },
      'InvalidArgument',
      "'Days' in Transition action must be greater than or equal to 30 for storageClass 'STANDARD_IA'",
    ],
    [
      'two actions in one',
      { Expiration: { Days: 1, ExpiredObjectDeleteMarker: true } },
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate against our published schema',
    ],
    [
      'a tag twice',
      {
        Expiration: { Days: 1 },
        Filter: {
          And: {
            Tags: [
              { Key: 'a', Value: '1' },
              { Key: 'a', Value: '2' },
            ],
          },
        },
      },
      'InvalidRequest',
      'Duplicate Tag Keys are not allowed.',
    ],
  ])('are refused with %s', async (_, rule, code, message) => {
    const { putRules } = await openBucket();
    expect(await refusal(putRules(rule))).toMatchObject({ code, message });
  });

  test('are refused with one id twice', async () => {
    const { putRules } = await openBucket();
    const rule = { ID: 'a', Expiration: { Days: 1 } };
    expect(await refusal(putRules(rule, rule))).toMatchObject({
      message: 'Rule ID must be unique. Found same ID for more than one rule',
    });
  });
});
