import { expect, test } from 'vitest';
import { Summary } from '../../../src/components/TrustBadge/summary.tsx';
import type { PageRecord, Trust } from '../../../src/verification/index.ts';
import { words } from '../markup.ts';

const record: PageRecord = {
  ...{ date: '2026-01-05T10:00:00Z', target: 'sandbox', shell: 'simulated', cli: 'built-in' },
  ...{ hash: 'h', passed: 9, failed: 0, skipped: 0 },
};

test.each<[Trust, number | undefined, string]>([
  [{ kind: 'unverified' } as Trust, undefined, 'まだ動作を確認していません'],
  [{ kind: 'changed', record } as Trust, undefined, '2026-01-05に確認した後で、手順が変わりました'],
  [
    { kind: 'failed', record: { ...record, failed: 2 } } as Trust,
    undefined,
    '2026-01-05の確認で、2個のステップが失敗しました',
  ],
  [{ kind: 'verified', record } as Trust, undefined, '動作確認済み: 2026-01-05 (9ステップ成功)'],
  [
    { kind: 'verified', record: { ...record, compared: 4 } } as Trust,
    200,
    '動作確認済み: 2026-01-05 (9ステップ成功)、4ステップの結果を照合。200日前の確認です',
  ],
])('%j', (trust, age, text) => {
  expect(words(Summary, { trust, age })).toBe(text);
});
