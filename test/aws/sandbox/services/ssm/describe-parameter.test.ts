import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('a description has all but the value', async () => {
  const { call } = openService('ssm');
  await call('PutParameter', {
    ...{ Name: '/app/host', Value: 'web', Type: 'String', Description: 'where' },
    ...{ AllowedPattern: '\\w+' },
  });
  const { Parameters } = await call('DescribeParameters');
  expect(Parameters).toEqual([
    {
      ...{ Name: '/app/host', Type: 'String', Version: 1, Tier: 'Standard', DataType: 'text', Policies: [] },
      ...{ Description: 'where', AllowedPattern: '\\w+', LastModifiedDate: new Date('2026-01-05T00:00:00Z') },
      LastModifiedUser: 'arn:aws:iam::123456789012:user/admin',
    },
  ]);
});

test('parameters and versions are given in pages', async () => {
  const { call, refused } = openService('ssm');
  for (const Name of ['c', 'a', 'b']) await call('PutParameter', { Name, Value: 'x', Type: 'String' });
  const first = await call('DescribeParameters', { MaxResults: 2 });
  const second = await call('DescribeParameters', { MaxResults: 2, NextToken: first.NextToken });
  const names = (page: { Parameters: { Name: string }[] }) => page.Parameters.map(({ Name }) => Name);
  expect([names(first as never), names(second as never), second.NextToken]).toEqual([
    ['a', 'b'],
    ['c'],
    undefined,
  ]);
  for (const Value of ['y', 'z']) await call('PutParameter', { Name: 'a', Value, Overwrite: true });
  const versions = await call('GetParameterHistory', { Name: 'a', MaxResults: 2 });
  expect((versions.Parameters as { Value: string }[]).map(({ Value }) => Value)).toEqual(['x', 'y']);
  expect(await refused('DescribeParameters', { NextToken: 'none' })).toMatchObject({
    code: 'InvalidNextToken',
  });
});

test('old and new filters do not go together', async () => {
  const { refused } = openService('ssm');
  const both = {
    Filters: [{ Key: 'Name', Values: ['a'] }],
    ParameterFilters: [{ Key: 'Name', Values: ['a'] }],
  };
  expect(await refused('DescribeParameters', both)).toMatchObject({
    message: 'You can use either Filters or ParameterFilters in a single request.',
  });
});
