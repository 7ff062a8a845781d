import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('tags are added, written over and removed; a queue without any says nothing', async () => {
  const { call, refused } = openService('sqs');
  const { QueueUrl } = await call('CreateQueue', { QueueName: 'q', tags: { a: '1' } });
  await call('TagQueue', { QueueUrl, Tags: { a: '2', b: '3' } });
  expect(await call('ListQueueTags', { QueueUrl })).toEqual({ Tags: { a: '2', b: '3' } });
  const many = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`k${index}`, '']));
  expect(await refused('TagQueue', { QueueUrl, Tags: many })).toMatchObject({ status: 400 });
  await call('UntagQueue', { QueueUrl, TagKeys: ['a', 'b', 'none'] });
  expect(await call('ListQueueTags', { QueueUrl })).toEqual({});
});
