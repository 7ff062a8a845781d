import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openFunction } from './open-function.ts';

standStill();

const Resource = 'arn:aws:lambda:ap-northeast-1:123456789012:function:f';

test('tags are added, written over and removed, fifty at most', async () => {
  const { call, refused } = await openFunction();
  await call('TagResource', { Resource, Tags: { a: '1', b: '2' } });
  await call('TagResource', { Resource, Tags: { a: '3' } });
  await call('UntagResource', { Resource, TagKeys: ['b', 'none'] });
  expect(await call('ListTags', { Resource })).toEqual({ Tags: { a: '3' } });
  const Tags = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, '']));
  expect(await refused('TagResource', { Resource, Tags })).toMatchObject({
    message: 'Number of tags exceeds resource tag limit.',
  });
});

test('versions, and functions that are not there, have none', async () => {
  const { refused } = await openFunction();
  expect(await refused('ListTags', { Resource: `${Resource}:1` })).toMatchObject({
    message: 'Tags on function aliases and versions are not supported. Please specify a function ARN.',
  });
  expect(await refused('ListTags', { Resource: `${Resource}x` })).toMatchObject({
    code: 'ResourceNotFoundException',
    message: `Function not found: ${Resource}x`,
  });
});
