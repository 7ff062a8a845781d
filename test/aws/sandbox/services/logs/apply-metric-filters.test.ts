import {
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch';
import { PutMetricFilterCommand } from '@aws-sdk/client-cloudwatch-logs';
import { expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { BUSY } from '../cloudwatch/open-alarm.ts';
import { standStill } from '../time.ts';
import { NAMES, openStream } from './open-stream.ts';

standStill();

const MINUTE = 60_000;

async function openFiltered(filterPattern: string, transformation: object) {
  const account = await openStream();
  await account.logs.send(
    new PutMetricFilterCommand({
      ...{ logGroupName: NAMES.logGroupName, filterName: 'f', filterPattern },
      metricTransformations: [
        { metricName: 'Orders', metricNamespace: 'Shop', metricValue: '1', ...transformation },
      ],
    }),
  );
  /** Values of each minute, the oldest first. */
  const values = async (Stat = 'Sum', Dimensions: { Name: string; Value: string }[] = []) => {
    const Metric = { Namespace: 'Shop', MetricName: 'Orders', Dimensions };
    const { MetricDataResults } = await account.admin.cloudwatch.send(
      new GetMetricDataCommand({
        MetricDataQueries: [{ Id: 'a', MetricStat: { Metric, Period: 60, Stat } }],
        ...{ StartTime: START, EndTime: new Date(START.getTime() + 60 * MINUTE) },
        ScanBy: 'TimestampAscending',
      }),
    );
    return MetricDataResults?.[0]?.Values;
  };
  return { ...account, values };
}

test('events that match are counted, at their own times', async () => {
  const { put, values } = await openFiltered('ERROR', {});
  await put([0, 'ERROR a'], [1, 'fine'], [2, 'ERROR b'], [3 * MINUTE, 'ERROR c']);
  expect(await values()).toEqual([2, 1]);
});

test('a default value stands for minutes in which none matches', async () => {
  const { put, values } = await openFiltered('ERROR', { defaultValue: 0 });
  await put([0, 'fine'], [1, 'fine'], [MINUTE, 'ERROR a'], [MINUTE + 1, 'fine']);
  expect(await values('SampleCount')).toEqual([1, 1]);
  expect(await values()).toEqual([0, 1]);
  // The minute has had its match in the batch before.
  await put([MINUTE + 2, 'fine']);
  expect(await values('SampleCount')).toEqual([1, 1]);
});

test('values and dimensions come from the fields of an event', async () => {
  const dimensions = { City: '$.city' };
  const { put, values } = await openFiltered('{ $.ms = * && $.city = * }', {
    metricValue: '$.ms',
    dimensions,
  });
  await put(
    [0, '{"ms":12.5,"city":"Kyoto"}'],
    [1, '{"ms":"7","city":"Kyoto"}'],
    [2, '{"ms":"slow","city":"Kyoto"}'],
    [3, '{"ms":1,"city":"Tokyo"}'],
    [4, '{"ms":1}'],
  );
  expect(await values('Maximum', [{ Name: 'City', Value: 'Kyoto' }])).toEqual([12.5]);
  expect(await values('SampleCount', [{ Name: 'City', Value: 'Kyoto' }])).toEqual([2]);
  expect(await values('Sum', [{ Name: 'City', Value: 'Tokyo' }])).toEqual([1]);
  expect(await values()).toEqual([]);
});

test('values come from words between spaces, too', async () => {
  const { put, values } = await openFiltered('[ip, user, bytes > 100]', { metricValue: '$bytes' });
  await put([0, '10.0.0.1 ann 150'], [1, '10.0.0.2 bob 50'], [2, '10.0.0.3 eve 250']);
  expect(await values()).toEqual([400]);
});

test('a batch may hold more data than CloudWatch takes at once', async () => {
  const { put, values } = await openFiltered('', {});
  await put(...Array.from({ length: 2500 }, (_, n): [number, string] => [n, 'x']));
  expect(await values()).toEqual([2500]);
});

test('a log brings up an alarm', async () => {
  const { put, admin, clock } = await openFiltered('ERROR', {});
  await admin.cloudwatch.send(new PutMetricAlarmCommand({ ...BUSY, Threshold: 0 } as never));
  await put([0, 'ERROR a']);
  clock.elapse(MINUTE);
  const { MetricAlarms } = await admin.cloudwatch.send(new DescribeAlarmsCommand({}));
  expect(MetricAlarms).toMatchObject([{ StateValue: 'ALARM' }]);
});
