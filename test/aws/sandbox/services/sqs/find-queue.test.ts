import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

const HOST = 'https://sqs.ap-northeast-1.amazonaws.com';

test.each([
  [`${HOST}/123456789012/none`, 'QueueDoesNotExist'],
  [`${HOST}/999999999999/q`, 'QueueDoesNotExist'],
  [`${HOST}/q`, 'InvalidAddress'],
  [`${HOST}/123456789012/q!`, 'InvalidAddress'],
])('%s is refused with %s', async (QueueUrl, code) => {
  const { call, refused } = openService('sqs');
  await call('CreateQueue', { QueueName: 'q' });
  expect(await refused('ListQueueTags', { QueueUrl })).toMatchObject({ code });
});

test('only the account and the name of a URL count', async () => {
  const { call } = openService('sqs');
  await call('CreateQueue', { QueueName: 'q', tags: { a: '1' } });
  expect(await call('ListQueueTags', { QueueUrl: `${HOST}/queue/123456789012/q` })).toEqual({
    Tags: { a: '1' },
  });
});
