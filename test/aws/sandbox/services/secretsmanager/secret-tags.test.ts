import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('tags are added, written over and removed, fifty at most', async () => {
  const { call, refused } = openService('secrets');
  await call('CreateSecret', { Name: 's', SecretString: 'x', Tags: [{ Key: 'team', Value: 'blue' }] });
  const tags = async () => (await call('DescribeSecret', { SecretId: 's' })).Tags;
  await call('TagResource', {
    SecretId: 's',
    Tags: [
      { Key: 'team', Value: 'red' },
      { Key: 'a', Value: '1' },
    ],
  });
  expect(await tags()).toEqual([
    { Key: 'team', Value: 'red' },
    { Key: 'a', Value: '1' },
  ]);
  await call('UntagResource', { SecretId: 's', TagKeys: ['team'] });
  expect(await tags()).toEqual([{ Key: 'a', Value: '1' }]);
  const many = Array.from({ length: 50 }, (_, index) => ({ Key: `k${index}`, Value: '' }));
  expect(await refused('TagResource', { SecretId: 's', Tags: many })).toMatchObject({
    code: 'InvalidParameterException',
  });
});
