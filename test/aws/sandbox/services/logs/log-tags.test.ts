import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

const resourceArn = 'arn:aws:logs:ap-northeast-1:123456789012:log-group:/app';

test('both ways to tag a group change the same tags', async () => {
  const { call } = openService('logs');
  await call('CreateLogGroup', { logGroupName: '/app', tags: { team: 'blue' } });
  await call('TagResource', { resourceArn, tags: { team: 'red', a: '1' } });
  await call('TagLogGroup', { logGroupName: '/app', tags: { b: '2' } });
  const tags = { team: 'red', a: '1', b: '2' };
  expect(await call('ListTagsForResource', { resourceArn })).toEqual({ tags });
  expect(await call('ListTagsLogGroup', { logGroupName: '/app' })).toEqual({ tags });
  await call('UntagResource', { resourceArn, tagKeys: ['team'] });
  await call('UntagLogGroup', { logGroupName: '/app', tags: ['a'] });
  expect(await call('ListTagsLogGroup', { logGroupName: '/app' })).toEqual({ tags: { b: '2' } });
});

test('a group that is not there is refused', async () => {
  const { refused } = openService('logs');
  expect(await refused('ListTagsForResource', { resourceArn })).toMatchObject({
    code: 'ResourceNotFoundException',
  });
  expect(await refused('ListTagsLogGroup', { logGroupName: '/app' })).toMatchObject({
    message: 'The specified log group does not exist.',
  });
});
