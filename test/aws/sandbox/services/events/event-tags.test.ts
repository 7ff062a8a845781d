import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('a bus and a rule have tags of their own', async () => {
  const { call, refused } = openService('events');
  const { EventBusArn } = await call('CreateEventBus', {
    Name: 'orders',
    Tags: [{ Key: 'team', Value: 'blue' }],
  });
  const { RuleArn } = await call('PutRule', {
    Name: 'r',
    EventBusName: 'orders',
    EventPattern: '{"source":["a"]}',
  });
  expect(RuleArn).toBe('arn:aws:events:ap-northeast-1:123456789012:rule/orders/r');
  await call('TagResource', {
    ResourceARN: RuleArn,
    Tags: [
      { Key: 'a', Value: '1' },
      { Key: 'b', Value: '2' },
    ],
  });
  await call('UntagResource', { ResourceARN: RuleArn, TagKeys: ['a'] });
  const tags = async (ResourceARN: string) => (await call('ListTagsForResource', { ResourceARN })).Tags;
  expect(await tags(RuleArn)).toEqual([{ Key: 'b', Value: '2' }]);
  expect(await tags(EventBusArn)).toEqual([{ Key: 'team', Value: 'blue' }]);
  expect(await refused('ListTagsForResource', { ResourceARN: `${RuleArn}x` })).toMatchObject({
    code: 'ResourceNotFoundException',
    message: 'Rule rx does not exist on EventBus orders.',
  });
});
