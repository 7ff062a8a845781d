import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { BUSY, openCloudWatch } from './open-alarm.ts';

standStill();

async function openHistory() {
  const account = openCloudWatch();
  const { call, pass } = account;
  await call('PutMetricAlarm', { ...BUSY, Period: 3600 });
  pass(1);
  await call('SetAlarmState', { AlarmName: 'busy', StateValue: 'OK', StateReason: 'a test' });
  pass(1);
  await call('PutMetricAlarm', { ...BUSY, Period: 3600, Threshold: 9 });
  await call('PutMetricAlarm', { ...BUSY, Period: 3600, AlarmName: 'idle' });
  const history = (input: object = {}) => call('DescribeAlarmHistory', input);
  const summaries = async (input: object = {}) =>
    (await history(input)).AlarmHistoryItems.map(
      ({ HistorySummary }: Record<string, string>) => HistorySummary,
    );
  return { ...account, history, summaries };
}

const ALL = ['Alarm "idle" created', 'Alarm "busy" updated', 'Alarm updated from INSUFFICIENT_DATA to OK'];
const FIRST = 'Alarm "busy" created';

describe('DescribeAlarmHistory', () => {
  test.each([
    [{}, [...ALL, FIRST]],
    [{ ScanBy: 'TimestampAscending' }, [FIRST, ...[...ALL].reverse()]],
    [{ AlarmName: 'idle' }, [ALL[0]]],
    [{ HistoryItemType: 'StateUpdate' }, [ALL[2]]],
    [{ AlarmTypes: ['CompositeAlarm'] }, []],
    [{ StartDate: new Date(START.getTime() + 60_000) }, ALL],
    [{ EndDate: START }, [FIRST]],
  ])('finds by %j', async (input, found) => {
    const { summaries } = await openHistory();
    expect(await summaries(input)).toEqual(found);
  });

  test('tells what an alarm changed from and to', async () => {
    const { history } = await openHistory();
    const { AlarmHistoryItems } = await history({ HistoryItemType: 'StateUpdate' });
    expect(AlarmHistoryItems).toMatchObject([{ AlarmName: 'busy', AlarmType: 'MetricAlarm' }]);
    expect(JSON.parse(AlarmHistoryItems[0].HistoryData)).toEqual({
      version: '1.0',
      oldState: { stateValue: 'INSUFFICIENT_DATA', stateReason: 'Unchecked: Initial alarm creation' },
      newState: { stateValue: 'OK', stateReason: 'a test' },
    });
  });

  test('goes on with a page though there is more by then', async () => {
    const { call, history, summaries, refused } = await openHistory();
    const { NextToken } = await history({ MaxRecords: 2 });
    await call('DeleteAlarms', { AlarmNames: ['idle'] });
    expect(await summaries({ NextToken })).toEqual([ALL[2], FIRST]);
    expect(await refused('DescribeAlarmHistory', { NextToken: 'x' })).toMatchObject({
      code: 'InvalidNextToken',
    });
  });

  test('stays for two weeks, the alarm or no', async () => {
    const { call, summaries, pass } = await openHistory();
    await call('DeleteAlarms', { AlarmNames: ['busy', 'idle'] });
    expect(await summaries()).toHaveLength(6);
    pass(14 * 24 * 60);
    expect(await summaries()).not.toContain(FIRST);
    expect(await summaries()).toHaveLength(4);
    pass(1);
    expect(await summaries()).toEqual([]);
  });
});
