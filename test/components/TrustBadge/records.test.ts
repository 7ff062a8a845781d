import { expect, test } from 'vitest';
import Records from '../../../src/components/TrustBadge/records.tsx';
import type { PageRecord } from '../../../src/verification/index.ts';
import { words } from '../markup.ts';

const record = (more: Partial<PageRecord>): PageRecord => ({
  ...{ date: '2026-01-05T10:00:00Z', target: 'sandbox', shell: 'simulated', cli: 'built-in' },
  ...{ hash: 'h', passed: 9, failed: 0, skipped: 0, ...more },
});

test('each run has a row: with what, against what, when, and what became of it', () => {
  const records = [
    record({ compared: 4 }),
    record({
      target: 'live',
      shell: 'bash',
      cli: 'aws-cli/2.9.19 Python/3.11.2',
      failed: 1,
      skipped: 2,
      hash: 'old',
    }),
  ];
  expect(words(Records, { records, hash: 'h' }).split('\n').slice(3)).toEqual([
    ...['組み込みのaws → 練習用アカウント', '2026-01-05', '成功9、照合4'],
    ...['AWS CLI 2.9.19 + bash → AWS', '2026-01-05', '成功9、失敗1、スキップ2 (変更前の手順)'],
  ]);
});

test('a page that was never run says so', () => {
  expect(words(Records, { records: [], hash: 'h' })).toContain('記録がありません');
});
