import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

const resource = { ResourceType: 'Parameter', ResourceId: '/app/host' };

async function open() {
  const account = openService('ssm');
  await account.call('PutParameter', {
    ...{ Name: '/app/host', Value: 'x', Type: 'String' },
    Tags: [{ Key: 'team', Value: 'blue' }],
  });
  return account;
}

test('tags are added, written over and removed', async () => {
  const { call } = await open();
  const Tags = [
    { Key: 'team', Value: 'red' },
    { Key: 'stage', Value: 'test' },
  ];
  await call('AddTagsToResource', { ...resource, Tags });
  expect(await call('ListTagsForResource', resource)).toEqual({ TagList: Tags });
  await call('RemoveTagsFromResource', { ...resource, TagKeys: ['team', 'none'] });
  expect(await call('ListTagsForResource', resource)).toEqual({ TagList: [{ Key: 'stage', Value: 'test' }] });
});

test('a parameter has fifty tags at most', async () => {
  const { call, refused } = await open();
  const Tags = Array.from({ length: 49 }, (_, index) => ({ Key: `k${index}`, Value: '' }));
  await call('AddTagsToResource', { ...resource, Tags });
  const more = { ...resource, Tags: [{ Key: 'one more', Value: '' }] };
  expect(await refused('AddTagsToResource', more)).toMatchObject({ code: 'TooManyTagsError' });
});

test('what is not there, and what is no parameter, is refused', async () => {
  const { refused } = await open();
  expect(await refused('ListTagsForResource', { ...resource, ResourceId: 'none' })).toMatchObject({
    code: 'InvalidResourceId',
  });
  const document = { ...resource, ResourceType: 'Document' };
  expect(await refused('ListTagsForResource', document)).toMatchObject({ status: 501 });
});
