import { expect, test } from 'vitest';
import { cronTimes, parseCron } from '../../../../src/aws/sandbox/schedule-expression/cron.ts';

/** The next days or times after the beginning of 2026, a Thursday. */
function next(text: string, count: number, days = 370): string[] {
  const schedule = parseCron(text);
  if (!schedule) throw new Error(`${text} cannot be read`);
  const from = Date.parse('2025-12-31T23:59:00Z');
  return cronTimes(schedule, from, from + days * 86_400_000, 1e6)
    .slice(0, count)
    .map((time) => new Date(time).toISOString().slice(0, 16));
}

// User Guide, "Cron expressions".
test.each([
  ['0 10 * * ? *', ['2026-01-01T10:00', '2026-01-02T10:00']],
  ['15 12 * * ? *', ['2026-01-01T12:15', '2026-01-02T12:15']],
  ['0 18 ? * MON-FRI *', ['2026-01-01T18:00', '2026-01-02T18:00', '2026-01-05T18:00']],
  ['0 8 1 * ? *', ['2026-01-01T08:00', '2026-02-01T08:00']],
  ['0/30 0-1 1 1 ? *', ['2026-01-01T00:00', '2026-01-01T00:30', '2026-01-01T01:00', '2026-01-01T01:30']],
  ['0 0 L * ? *', ['2026-01-31T00:00', '2026-02-28T00:00']],
  // The 15th of February 2026 is a Sunday.
  ['0 0 15W FEB ? *', ['2026-02-16T00:00']],
  // The 1st of August 2026 is a Saturday: it does not leave the month.
  ['0 0 1W 8 ? *', ['2026-08-03T00:00']],
  ['0 0 ? * SAT#3 *', ['2026-01-17T00:00', '2026-02-21T00:00']],
  ['0 0 ? * 6L *', ['2026-01-30T00:00', '2026-02-27T00:00']],
  [
    '0 0 ? * FRI-MON *',
    ['2026-01-02T00:00', '2026-01-03T00:00', '2026-01-04T00:00', '2026-01-05T00:00', '2026-01-09T00:00'],
  ],
  ['0 0 1,15 JAN ? 2027', ['2027-01-01T00:00']],
])('%s', (text, times) => {
  expect(next(text, times.length, 380)).toEqual(times);
});

test.each([
  '* * * * * *',
  '0 0 ? * ? *',
  '60 * * * ? *',
  '0 24 * * ? *',
  '0 0 0 * ? *',
  '0 0 * 13 ? *',
  '0 0 ? * 8 *',
  '0 0 ? * SAT#6 *',
  '0/0 * * * ? *',
  '0 0 * * ?',
  'a b c d e f',
])('%s is no cron expression', (text) => {
  expect(parseCron(text)).toBeUndefined();
});

test('within a minute nothing is due; the newest are kept', () => {
  const schedule = parseCron('* * * * ? *');
  if (!schedule) throw new Error('cannot be read');
  expect(cronTimes(schedule, 1_000, 59_000, 10)).toEqual([]);
  expect(cronTimes(schedule, 0, 600_000, 3)).toEqual([480_000, 540_000, 600_000]);
});
