import { expect, it } from 'vitest';
import { remaining } from '../../../src/components/AwsContext/account-time.ts';

it.each([
  [899_001, '15:00'],
  [59_000, '00:59'],
  [1, '00:01'],
  [-5, '00:00'],
  [3_600_000, '1:00:00'],
  [43_199_000, '11:59:59'],
])('%i ms are shown as %s', (ms, shown) => {
  expect(remaining(ms)).toBe(shown);
});
