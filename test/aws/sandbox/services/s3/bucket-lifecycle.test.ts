import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

const Bucket = 'box-1';
const rule = { Status: 'Enabled', Filter: { Prefix: 'logs/' }, Expiration: { Days: 7 } };

async function open() {
  const account = openService('s3');
  const here = { LocationConstraint: 'ap-northeast-1' };
  await account.call('CreateBucket', { Bucket, CreateBucketConfiguration: here });
  return account;
}

test('rules are kept until they are deleted; one without an id gets one', async () => {
  const { call, refused } = await open();
  expect(await refused('GetBucketLifecycleConfiguration', { Bucket })).toEqual({
    ...{ code: 'NoSuchLifecycleConfiguration', status: 404 },
    message: 'The lifecycle configuration does not exist',
  });
  const Rules = [
    { ...rule, ID: 'old' },
    { ...rule, Filter: { Prefix: 'tmp/' } },
  ];
  await call('PutBucketLifecycleConfiguration', { Bucket, LifecycleConfiguration: { Rules } });
  const { Rules: kept } = await call('GetBucketLifecycleConfiguration', { Bucket });
  expect(kept).toEqual([
    { ...rule, ID: 'old' },
    { ...rule, Filter: { Prefix: 'tmp/' }, ID: expect.stringMatching(/^[A-Za-z0-9]{48}$/) },
  ]);
  await call('DeleteBucketLifecycle', { Bucket });
  expect(await refused('GetBucketLifecycleConfiguration', { Bucket })).toMatchObject({ status: 404 });
});

test('another default of the least size is refused', async () => {
  const { refused } = await open();
  const put = {
    Bucket,
    LifecycleConfiguration: { Rules: [rule] },
    TransitionDefaultMinimumObjectSize: 'none',
  };
  expect(await refused('PutBucketLifecycleConfiguration', put)).toMatchObject({ code: 'InvalidRequest' });
});
