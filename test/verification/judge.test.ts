import { describe, expect, it } from 'vitest';
import {
  ageInDays,
  judgeTrust,
  packTrust,
  recordsOf,
  type Verification,
} from '../../src/verification/index.ts';

const run = (date: string, cli: string, hash: string, failed = 0): Verification => ({
  date,
  target: 'sandbox',
  shell: 'bash',
  cli,
  pages: { 'course/page': { ja: { hash, passed: 9 - failed, failed, skipped: 0 } } },
});
const old = run('2026-01-01T00:00:00Z', 'aws-cli/1.45.11', 'now');
const newer = run('2026-03-01T00:00:00Z', 'aws-cli/2.9.19', 'now');
const records = (...runs: Verification[]) => recordsOf(packTrust(runs, 'ja'), 'course/page');

describe('judgeTrust', () => {
  it.each([
    ['no run', [], 'unverified', undefined],
    ['the newest of several runs', [old, newer], 'verified', newer.date],
    [
      'a newer run of other steps',
      [old, run('2026-04-01T00:00:00Z', 'aws-cli/2', 'then')],
      'verified',
      old.date,
    ],
    [
      'runs of other steps only',
      [run('2026-04-01T00:00:00Z', 'aws-cli/2', 'then')],
      'changed',
      '2026-04-01T00:00:00Z',
    ],
    [
      'a failure beside a success',
      [old, run('2026-02-01T00:00:00Z', 'aws-cli/2', 'now', 1)],
      'failed',
      '2026-02-01T00:00:00Z',
    ],
    [
      'a run in which nothing was run',
      [{ ...newer, pages: { 'course/page': { ja: { hash: 'now', passed: 0, failed: 0, skipped: 9 } } } }],
      'changed',
      newer.date,
    ],
  ] as const)('%s', (_, runs, kind, date) => {
    const trust = judgeTrust(records(...runs), 'now');
    expect(trust.kind).toBe(kind);
    expect('record' in trust ? trust.record.date : undefined).toBe(date);
  });
});

it('knows a page of a locale by the runs of that locale', () => {
  expect(recordsOf(packTrust([newer], 'en'), 'course/page')).toEqual([]);
  expect(recordsOf(packTrust([newer], 'ja'), 'course/other')).toEqual([]);
  expect(records(old, newer)).toEqual([
    {
      date: newer.date,
      target: 'sandbox',
      shell: 'bash',
      cli: 'aws-cli/2.9.19',
      hash: 'now',
      passed: 9,
      failed: 0,
      skipped: 0,
    },
    {
      date: old.date,
      target: 'sandbox',
      shell: 'bash',
      cli: 'aws-cli/1.45.11',
      hash: 'now',
      passed: 9,
      failed: 0,
      skipped: 0,
    },
  ]);
});

it('knows how many results were compared, where that was counted', () => {
  const counted = {
    ...newer,
    pages: { 'course/page': { ja: { hash: 'now', passed: 9, failed: 0, skipped: 0, compared: 4 } } },
  };
  expect(records(old, counted).map(({ compared }) => compared)).toEqual([4, undefined]);
});

it.each([
  ['2026-03-01T00:00:00Z', 0],
  ['2026-02-28T00:00:01Z', 0],
  ['2026-02-27T00:00:00Z', 2],
  ['2026-04-01T00:00:00Z', 0],
])('a run of %s is %i whole days old', (date, days) => {
  expect(ageInDays(date, Date.parse('2026-03-01T00:00:00Z'))).toBe(days);
});
