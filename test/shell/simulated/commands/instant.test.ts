import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../../src/shell/simulated/commands/instant.ts';

const NOW = new Date('2026-01-05T12:00:00Z');

describe('instantOf', () => {
  test.each([
    ['@1767615300', '2026-01-05T12:15:00.000Z'],
    ['@0.5', '1970-01-01T00:00:00.500Z'],
    ['', '2026-01-05T00:00:00.000Z'],
    ['now', '2026-01-05T12:00:00.000Z'],
    ['yesterday', '2026-01-04T12:00:00.000Z'],
    ['tomorrow noon', '2026-01-06T12:00:00.000Z'],
    ['2026-02-03', '2026-02-03T00:00:00.000Z'],
    ['20260203', '2026-02-03T00:00:00.000Z'],
    ['2026-02-03 04:05:06.7', '2026-02-03T04:05:06.700Z'],
    ['2026-02-03T04:05:06+09:00', '2026-02-02T19:05:06.000Z'],
    ['Nov 24 2026', '2026-11-24T00:00:00.000Z'],
    ['24 November 2026 10:30', '2026-11-24T10:30:00.000Z'],
    ['+1 hour -5 min', '2026-01-05T12:55:00.000Z'],
    ['2 weeks ago', '2025-12-22T12:00:00.000Z'],
    ['next month', '2026-02-05T12:00:00.000Z'],
    ['last year', '2025-01-05T12:00:00.000Z'],
    ['2026-01-31 + 1 day', '2026-02-01T00:00:00.000Z'],
  ])('%j', (text, expected) => expect(instantOf(text, NOW)?.toISOString()).toBe(expected));

  test.each(['2026-02-30', '25:00', 'Feb 30 2026', 'the day after', '12:00:00Zulu'])('%j is none', (text) =>
    expect(instantOf(text, NOW)).toBeUndefined(),
  );
});
