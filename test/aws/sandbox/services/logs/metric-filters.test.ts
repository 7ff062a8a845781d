import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

const filter = (filterName = 'errors', more: object = {}, transformation: object = {}) => ({
  ...{ logGroupName: '/app/web', filterName, filterPattern: 'ERROR' },
  metricTransformations: [
    { metricName: 'Errors', metricNamespace: 'Shop', metricValue: '1', ...transformation },
  ],
  ...more,
});

async function openGroups() {
  const account = openService('logs');
  for (const logGroupName of ['/app/web', '/app/jobs'])
    await account.call('CreateLogGroup', { logGroupName });
  const names = async (input: object = {}) =>
    (await account.call('DescribeMetricFilters', input)).metricFilters.map(
      ({ filterName, logGroupName }: Record<string, string>) => `${filterName} ${logGroupName}`,
    );
  return { ...account, names };
}

test('a metric filter is kept as it is given, and counted in its group', async () => {
  const { call } = await openGroups();
  await call('PutMetricFilter', filter('errors', {}, { defaultValue: 0, unit: 'Count' }));
  const { metricFilters } = await call('DescribeMetricFilters');
  expect(metricFilters).toEqual([
    {
      ...filter('errors', {}, { defaultValue: 0, unit: 'Count' }),
      ...{ creationTime: START.getTime(), applyOnTransformedLogs: false },
    },
  ]);
  const { logGroups } = await call('DescribeLogGroups');
  expect(logGroups.map((group: { metricFilterCount: number }) => group.metricFilterCount)).toEqual([0, 1]);
});

test('filters are found by group, prefix and metric, in pages', async () => {
  const { call, names, refused } = await openGroups();
  await call('PutMetricFilter', filter('b'));
  await call('PutMetricFilter', filter('a'));
  await call('PutMetricFilter', filter('b', { logGroupName: '/app/jobs' }, { metricName: 'Jobs' }));
  expect(await names()).toEqual(['a /app/web', 'b /app/jobs', 'b /app/web']);
  expect(await names({ logGroupName: '/app/web', filterNamePrefix: 'b' })).toEqual(['b /app/web']);
  expect(await names({ metricName: 'Jobs', metricNamespace: 'Shop' })).toEqual(['b /app/jobs']);
  const { nextToken } = await call('DescribeMetricFilters', { limit: 2 });
  expect(await names({ nextToken })).toEqual(['b /app/web']);
  expect((await refused('DescribeMetricFilters', { nextToken: 'x' })).code).toBe('InvalidParameterException');
  expect((await refused('DescribeMetricFilters', { metricName: 'Jobs' })).message).toContain('together');
  expect((await refused('DescribeMetricFilters', { logGroupName: 'none' })).code).toBe(
    'ResourceNotFoundException',
  );
});

test('a filter is replaced by one of its name, and deleted once', async () => {
  const { call, names, refused } = await openGroups();
  await call('PutMetricFilter', filter());
  await call('PutMetricFilter', filter('errors', { filterPattern: 'FATAL' }));
  expect(await names()).toHaveLength(1);
  const named = { logGroupName: '/app/web', filterName: 'errors' };
  await call('DeleteMetricFilter', named);
  expect(await refused('DeleteMetricFilter', named)).toMatchObject({
    ...{ code: 'ResourceNotFoundException', message: 'The specified metric filter does not exist.' },
  });
});

describe('PutMetricFilter refuses', () => {
  test.each([
    [filter('errors', { logGroupName: 'none' }), 'The specified log group does not exist.'],
    [filter('a:b'), "Value 'a:b' at 'filterName'"],
    [filter('errors', { filterPattern: '{ $.a' }), 'Invalid'],
    [filter('errors', { metricTransformations: [] }), "'metricTransformations'"],
    [filter('errors', {}, { unit: 'Pieces' }), 'unit'],
    [
      filter('errors', {}, { dimensions: { A: '$.a' }, defaultValue: 0 }),
      'Invalid metric transformation: dimensions and default value are mutually exclusive properties',
    ],
    [
      filter('errors', {}, { dimensions: { A: 'web' } }),
      'Invalid metric transformation: dimension value must be valid selector',
    ],
    [
      filter('errors', {}, { dimensions: { A: '$.a', B: '$.b', C: '$.c', D: '$.d' } }),
      'at most 3 dimensions',
    ],
    [filter('errors', {}, { metricValue: 'many' }), 'metric value must be a number'],
    [filter('errors', {}, { metricNamespace: 'AWS/EC2' }), 'must not begin with AWS/'],
    [filter('errors', { fieldSelectionCriteria: '@aws.region = "a"' }), 'fieldSelectionCriteria'],
  ])('%j', async (input, message) => {
    const { refused } = await openGroups();
    expect((await refused('PutMetricFilter', input)).message).toContain(message);
  });

  test('more than a hundred filters of a group', async () => {
    const { call, refused } = await openGroups();
    for (let n = 0; n < 100; n += 1) await call('PutMetricFilter', filter(`f${n}`));
    expect((await refused('PutMetricFilter', filter('more'))).code).toBe('LimitExceededException');
    await call('PutMetricFilter', filter('f1'));
  });
});
