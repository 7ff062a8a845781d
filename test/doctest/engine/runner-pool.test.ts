import { expect, test } from 'vitest';
import { runnerPool } from '../../../src/doctest/engine/runner-pool.ts';
import type { PageRunner } from '../../../src/doctest/engine/types.ts';

function counting() {
  const seen = { opened: 0, closed: 0 };
  const open = (): PageRunner => {
    seen.opened += 1;
    return {
      endSession: async () => undefined,
      run: () => Promise.reject(new Error('Nothing is run in this test.')),
      close: async () => {
        seen.closed += 1;
      },
    };
  };
  return { seen, open };
}
const chains = (count: number) => Array.from({ length: count }, () => []);

test('there are as many runners as are wanted and have a chain, and one at least', () => {
  const { open } = counting();
  const pool = runnerPool(open, () => 4);
  expect([0, 1, 2, 9].map((count) => pool.runners(chains(count)).length)).toEqual([1, 1, 2, 4]);
});

test('runners are kept from run to run', () => {
  const { open } = counting();
  const pool = runnerPool(open, () => 2);
  const first = pool.runners(chains(2));
  expect(pool.runners(chains(2))[1]).toBe(first[1]);
  expect(pool.runners(chains(1))[0]).toBe(first[0]);
});

test('all that were opened are closed', async () => {
  const { seen, open } = counting();
  const pool = runnerPool(open, () => 3);
  pool.runners(chains(3));
  await pool.close();
  expect(seen.closed).toBe(seen.opened);
});
