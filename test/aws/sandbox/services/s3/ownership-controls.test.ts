import {
  DeleteBucketOwnershipControlsCommand,
  GetBucketOwnershipControlsCommand,
  type ObjectOwnership,
  PutBucketOwnershipControlsCommand,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { BUCKET, openS3 } from './practice.ts';

standStill();

function openControls(user: 'owner' | 'reader' = 'owner', Bucket = BUCKET) {
  const { client } = openS3(user);
  return {
    put: (...all: ObjectOwnership[]) => {
      const OwnershipControls = { Rules: all.map((ObjectOwnership) => ({ ObjectOwnership })) };
      return client.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls }));
    },
    get: () => client.send(new GetBucketOwnershipControlsCommand({ Bucket })),
    remove: () => client.send(new DeleteBucketOwnershipControlsCommand({ Bucket })),
  };
}

test.each<ObjectOwnership>(['BucketOwnerPreferred', 'ObjectWriter', 'BucketOwnerEnforced'])(
  '%s can be set, read, and deleted twice',
  async (ownership) => {
    const { put, get, remove } = openControls();
    await put(ownership);
    expect((await get()).OwnershipControls).toEqual({ Rules: [{ ObjectOwnership: ownership }] });
    await remove();
    await remove();
    expect(await refusal(get())).toMatchObject({
      status: 404,
      code: 'OwnershipControlsNotFoundError',
      message: 'The bucket ownership controls were not found',
    });
  },
);

test('a refused rule leaves the one before', async () => {
  const { put, get } = openControls();
  await put('ObjectWriter');
  expect(await refusal(put('objectwriter' as ObjectOwnership))).toMatchObject({ code: 'MalformedXML' });
  expect(await refusal(put('ObjectWriter', 'BucketOwnerPreferred'))).toMatchObject({ code: 'MalformedXML' });
  expect((await get()).OwnershipControls?.Rules).toEqual([{ ObjectOwnership: 'ObjectWriter' }]);
});

test.each([
  ['reader', BUCKET, 'AccessDenied'],
  ['owner', 'no-such-bucket', 'NoSuchBucket'],
] as const)('%s at %s: %s', async (user, bucket, code) => {
  const { put, get, remove } = openControls(user, bucket);
  for (const one of [put('ObjectWriter'), get(), remove()])
    expect(await refusal(one)).toMatchObject({ code });
});
