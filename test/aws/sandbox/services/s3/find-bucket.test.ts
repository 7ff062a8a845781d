import { CreateBucketCommand, GetBucketLocationCommand, HeadBucketCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { isNewBucketName } from '../../../../../src/aws/sandbox/services/s3/find-bucket.ts';
import { refusal } from '../../sdk.ts';
import { openAccount } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

// S3 User Guide, "General purpose bucket naming rules".
test.each([
  ['abc', true],
  ['a'.repeat(63), true],
  ['my.bucket-1', true],
  ['ab', false],
  ['a'.repeat(64), false],
  ['My-bucket', false],
  ['-abc', false],
  ['abc-', false],
  ['a..b', false],
  ['192.168.5.4', false],
  ['xn--abc', false],
  ['sthree-abc', false],
  ['abc-s3alias', false],
  ['abc--ol-s3', false],
])('%s may name a new bucket: %s', (name, allowed) => {
  expect(isNewBucketName(name)).toBe(allowed);
});

test('a bucket that is not there, a name that cannot be one, and an owner who is another', async () => {
  const { admin } = openAccount('buckets');
  await admin.s3.send(
    new CreateBucketCommand({
      Bucket: 'mine',
      CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' },
    }),
  );
  const find = (Bucket: string, ExpectedBucketOwner?: string) =>
    refusal(admin.s3.send(new GetBucketLocationCommand({ Bucket, ExpectedBucketOwner })));
  expect(await find('nowhere')).toEqual({
    code: 'NoSuchBucket',
    message: 'The specified bucket does not exist',
    status: 404,
  });
  expect(await find('Bad_Name')).toMatchObject({ code: 'InvalidBucketName', status: 400 });
  expect(await find('mine', '999999999999')).toMatchObject({ code: 'AccessDenied', status: 403 });
  await admin.s3.send(new HeadBucketCommand({ Bucket: 'mine', ExpectedBucketOwner: '123456789012' }));
});
