import { expect, test } from 'vitest';
import { packTrust, recordsOf, type Verification } from '../../src/verification/index.ts';

const result = { hash: 'h', passed: 3, failed: 0, skipped: 1 };
const run = (date: string, pages: Verification['pages']): Verification => ({
  ...{ date, target: 'sandbox', shell: 'simulated', cli: 'built-in' },
  pages,
});
const packed = packTrust(
  [
    run('2026-01-01T00:00:00Z', { 'c/p': { ja: result, en: result } }),
    run('2026-02-01T00:00:00Z', { 'c/p': { ja: { ...result, compared: 2 } }, 'c/q': { en: result } }),
  ],
  'ja',
);

test('the records of a page are read back, the newest first', () => {
  const about = { target: 'sandbox', shell: 'simulated', cli: 'built-in', ...result };
  expect(recordsOf(packed, 'c/p')).toEqual([
    { ...about, date: '2026-02-01T00:00:00Z', compared: 2 },
    { ...about, date: '2026-01-01T00:00:00Z', compared: undefined },
  ]);
});

test('pages that were not run in this language have none', () => {
  expect(recordsOf(packed, 'c/q')).toEqual([]);
  expect(recordsOf(packed, 'none')).toEqual([]);
});
