import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

async function open() {
  const account = openService('ec2');
  const { Vpc } = await account.call('CreateVpc', { CidrBlock: '10.0.0.0/16' });
  const tags = async () =>
    (
      await account.call('DescribeTags', { Filters: [{ Name: 'resource-id', Values: [Vpc.VpcId] }] })
    ).Tags.map(({ Key, Value }: { Key: string; Value: string }) => `${Key}=${Value}`);
  return { ...account, Resources: [Vpc.VpcId], tags };
}

// API reference, DeleteTags.
test.each([
  [[{ Key: 'a' }], ['b=2']],
  [[{ Key: 'a', Value: '1' }], ['b=2']],
  [[{ Key: 'a', Value: 'other' }], ['a=1', 'b=2']],
  [undefined, []],
])('of a=1 and b=2, a deletion of %j leaves %j', async (Tags, left) => {
  const { call, tags, Resources } = await open();
  await call('CreateTags', {
    Resources,
    Tags: [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ],
  });
  await call('DeleteTags', { Resources, Tags });
  expect(await tags()).toEqual(left);
});

test('where one resource is not there, none is tagged', async () => {
  const { call: _, refused, tags, Resources } = await open();
  const Tags = [{ Key: 'a', Value: '1' }];
  expect(
    await refused('CreateTags', { Resources: [...Resources, 'vpc-0123456789abcdef0'], Tags }),
  ).toMatchObject({
    code: 'InvalidVpcID.NotFound',
  });
  expect(await refused('CreateTags', { Resources: ['x'], Tags })).toMatchObject({
    message: "The ID 'x' is not valid",
  });
  expect(await tags()).toEqual([]);
});
