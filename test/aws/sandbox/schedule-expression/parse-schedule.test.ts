import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSchedule, timesBetween } from '../../../../src/aws/sandbox/schedule-expression/index.ts';

/** The first times of a schedule after an instant. */
function times(text: string, from: string, to: string): string[] {
  const schedule = parseSchedule(text);
  if (!schedule) throw new Error(`not valid: ${text}`);
  return timesBetween(schedule, Date.parse(from), Date.parse(from), Date.parse(to)).map((time) =>
    new Date(time).toISOString().slice(0, 16),
  );
}

describe('a schedule expression', () => {
  test.each([
    ['rate(5 minutes)', '2026-01-05T00:00Z', '2026-01-05T00:11Z', ['2026-01-05T00:05', '2026-01-05T00:10']],
    ['rate(1 day)', '2026-01-05T06:00Z', '2026-01-07T05:59Z', ['2026-01-06T06:00']],
    // Examples of the User Guide.
    [
      'cron(0 10 * * ? *)',
      '2026-01-05T00:00Z',
      '2026-01-06T12:00Z',
      ['2026-01-05T10:00', '2026-01-06T10:00'],
    ],
    [
      'cron(0 18 ? * MON-FRI *)',
      '2026-01-09T00:00Z',
      '2026-01-12T20:00Z',
      ['2026-01-09T18:00', '2026-01-12T18:00'],
    ],
    ['cron(0 8 1 * ? *)', '2026-01-05T00:00Z', '2026-02-20T00:00Z', ['2026-02-01T08:00']],
    [
      'cron(0/30 20-23 ? * 6-7 *)',
      '2026-01-09T22:00Z',
      '2026-01-09T23:59Z',
      ['2026-01-09T22:30', '2026-01-09T23:00', '2026-01-09T23:30'],
    ],
    [
      'cron(0 9 ? * 2#1 *)',
      '2026-01-01T00:00Z',
      '2026-02-28T00:00Z',
      ['2026-01-05T09:00', '2026-02-02T09:00'],
    ],
    ['cron(0 0 L * ? *)', '2026-02-01T00:01Z', '2026-03-30T00:00Z', ['2026-02-28T00:00']],
    ['cron(0 0 ? * 6L *)', '2026-01-01T00:01Z', '2026-02-10T00:00Z', ['2026-01-30T00:00']],
    ['cron(0 0 1W * ? *)', '2026-02-01T00:01Z', '2026-02-10T00:00Z', ['2026-02-02T00:00']],
    [
      'cron(0 0 1 JAN,MAR ? 2027)',
      '2026-02-01T00:00Z',
      '2028-02-10T00:00Z',
      ['2027-01-01T00:00', '2027-03-01T00:00'],
    ],
  ])('%s fires after %s', (text, from, to, expected) => {
    expect(times(text, from, to)).toEqual(expected);
  });

  test.each([
    ...['rate(1 minutes)', 'rate(5 minute)', 'rate(0 minutes)', 'rate(5 seconds)', 'at(2026-01-05T00:00:00)'],
    ...[
      'cron(0 1 * * * *)',
      'cron(7 20 * * NOT *)',
      'cron(INVALID)',
      'cron(0 1 ? * ? *)',
      'cron(60 * * * ? *)',
    ],
    ...['cron(0 0 1-2-3 * ? *)', 'cron(0/0 * * * ? *)', 'cron(0 0 32 * ? *)', 'cron(0 0 * * ?)'],
  ])('%s is not valid', (text) => {
    expect(parseSchedule(text)).toBeUndefined();
  });

  test('fires as often in one leap of the clock as in two', () => {
    const schedule = fc.constantFrom('rate(7 minutes)', 'cron(0/9 * ? * * *)', 'cron(3,40 1-20/5 * * ? *)');
    fc.assert(
      fc.property(schedule, fc.nat(2_000), fc.nat(2_000), (text, first, second) => {
        const parsed = parseSchedule(text);
        if (!parsed) throw new Error(text);
        const since = Date.UTC(2026, 0, 5, 0, 1);
        const [middle, end] = [since + first * 60_000, since + (first + second) * 60_000];
        const once = timesBetween(parsed, since, since, end);
        const twice = [
          ...timesBetween(parsed, since, since, middle),
          ...timesBetween(parsed, since, middle, end),
        ];
        expect(once).toEqual(twice);
      }),
      { numRuns: 100 },
    );
  });

  test('fires at most a thousand times in one leap, the newest', () => {
    const schedule = parseSchedule('rate(1 minute)');
    const found = schedule ? timesBetween(schedule, 0, 0, 5_000 * 60_000) : [];
    expect([found.length, found.at(-1)]).toEqual([1_000, 5_000 * 60_000]);
  });
});
