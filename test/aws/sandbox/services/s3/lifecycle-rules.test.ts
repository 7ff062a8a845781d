import {
  DeleteBucketLifecycleCommand,
  GetBucketLifecycleConfigurationCommand,
  type LifecycleRule,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { Bucket, MIDNIGHT, openBucket } from './open-lifecycle.ts';

standStill();

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
