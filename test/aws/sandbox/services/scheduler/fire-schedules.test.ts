import { describe, expect, test } from 'vitest';
import { parseScheduleExpression } from '../../../../../src/aws/sandbox/services/scheduler/fire-schedules.ts';
import { START } from '../../practice.ts';
import { standStill } from '../time.ts';
import { openScheduler } from './open-scheduler.ts';

standStill();

/** So many minutes after the beginning, as schedules write it. */
const minute = (minutes: number) =>
  new Date(START.getTime() + minutes * 60_000).toISOString().replace(/\.\d+/, '');
const at = (minutes: number) => `at(${minute(minutes).replace('Z', '')})`;

test.each(['at(2026-01-05)', 'at(2026-13-05T00:00:00)', 'rate(1 minutes)', 'cron(0 10 * * * *)', 'daily'])(
  '%s is no schedule',
  (text) => {
    expect(parseScheduleExpression(text)).toBeUndefined();
  },
);

describe('a schedule fires', () => {
  test('once, at its time', async () => {
    const { create, received, pass } = await openScheduler();
    await create(at(10));
    await pass(9);
    expect(await received()).toEqual([]);
    await pass(1);
    expect(await received()).toEqual([minute(10)]);
    await pass(60);
    expect(await received()).toEqual([]);
  });

  test('never, where its time has passed', async () => {
    const { create, received, pass } = await openScheduler();
    await create(at(-1));
    await pass(10);
    expect(await received()).toEqual([]);
  });

  test('at a rate from its creation on', async () => {
    const { create, received, pass } = await openScheduler();
    await create('rate(5 minutes)');
    expect(await received()).toEqual([minute(0)]);
    await pass(11);
    expect(await received()).toEqual([minute(5), minute(10)]);
  });

  test('between its dates only', async () => {
    const { create, received, pass } = await openScheduler();
    const date = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
    await create('rate(5 minutes)', { StartDate: date(12), EndDate: date(20) });
    await pass(13);
    expect(await received()).toEqual([minute(12)]);
    await pass(60);
    expect(await received()).toEqual([minute(17)]);
  });

  test('not while it is disabled, and by its new expression after a change', async () => {
    const { create, call, schedule, received, pass } = await openScheduler();
    await create('rate(5 minutes)', { State: 'DISABLED' });
    await pass(30);
    expect(await received()).toEqual([]);
    await call('UpdateSchedule', schedule('rate(10 minutes)'));
    await pass(10);
    expect(await received()).toEqual([minute(40)]);
  });

  test('and is gone then, where it should be', async () => {
    const { create, call, received, pass, refused } = await openScheduler();
    await create(at(1), { ActionAfterCompletion: 'DELETE' });
    expect(await call('GetSchedule', { Name: 'tick' })).toMatchObject({ ActionAfterCompletion: 'DELETE' });
    await pass(2);
    expect(await received()).toEqual([minute(1)]);
    expect(await refused('GetSchedule', { Name: 'tick' })).toEqual({
      code: 'ResourceNotFoundException',
      message: 'Schedule tick does not exist.',
      status: 404,
    });
  });
});
