import { DisableRuleCommand, EnableRuleCommand, PutRuleCommand } from '@aws-sdk/client-eventbridge';
import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { openRule, PLACE } from './open-rule.ts';

standStill();

describe('a schedule', () => {
  test('fires by the clock of the account, while it is enabled', async () => {
    const { events, clock, receive } = await openRule({ ScheduleExpression: 'rate(5 minutes)' });
    expect(await receive()).toEqual([]);
    clock.elapse(11 * 60_000);
    expect((await receive()).map(({ time, source, resources }) => [time, source, resources])).toEqual([
      ['2026-01-05T00:05:00Z', 'aws.events', [`arn:aws:events:${PLACE}:rule/r`]],
      ['2026-01-05T00:10:00Z', 'aws.events', [`arn:aws:events:${PLACE}:rule/r`]],
    ]);
    await events.send(new DisableRuleCommand({ Name: 'r' }));
    clock.elapse(20 * 60_000);
    await events.send(new EnableRuleCommand({ Name: 'r' }));
    clock.elapse(5 * 60_000);
    expect((await receive()).map(({ time }) => time).at(-1)).toBe('2026-01-05T00:36:00Z');
  });
});

test('a schedule that was disabled does not fire for the time between', async () => {
  const ScheduleExpression = 'rate(5 minutes)';
  const { events, clock, receive } = await openRule({ ScheduleExpression });
  await events.send(new DisableRuleCommand({ Name: 'r' }));
  clock.elapse(3_600_000);
  await events.send(new PutRuleCommand({ Name: 'r', ScheduleExpression }));
  clock.elapse(300_000);
  expect(await receive()).toHaveLength(1);
});
