import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('tags are added, written over and removed, and bounded', async () => {
  const { call, refused } = openService('sns');
  const { TopicArn: ResourceArn } = await call('CreateTopic', {
    Name: 't',
    Tags: [{ Key: 'a', Value: '1' }],
  });
  await call('TagResource', {
    ResourceArn,
    Tags: [
      { Key: 'a', Value: '2' },
      { Key: 'b', Value: '3' },
    ],
  });
  await call('UntagResource', { ResourceArn, TagKeys: ['b'] });
  expect(await call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: [{ Key: 'a', Value: '2' }] });
  const many = Array.from({ length: 50 }, (_, index) => ({ Key: `k${index}`, Value: '' }));
  expect(await refused('TagResource', { ResourceArn, Tags: many })).toMatchObject({
    code: expect.stringMatching(/^TagLimitExceeded/),
  });
  expect(await refused('TagResource', { ResourceArn, Tags: [{ Key: 'aws:a', Value: '' }] })).toMatchObject({
    status: 400,
  });
});
