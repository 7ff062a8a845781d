import { expect, test } from 'vitest';
import { createEntryClock } from '../../../src/session/engine/entry-clock.ts';

const START = Date.UTC(2026, 0, 5, 12);

test('stands still until an entry sets it', () => {
  const clock = createEntryClock(START);
  clock.tick(1_000);
  expect(clock.wall().getTime()).toBe(START);
  clock.set(START + 5_000);
  expect([clock.wall().getTime(), clock.account().getTime()]).toEqual([START + 5_000, START + 5_000]);
});

test('time that passes is that of the account, not of the wall', () => {
  const clock = createEntryClock(START);
  clock.elapse(60_000);
  expect(clock.wall().getTime()).toBe(START);
  expect(clock.account().getTime()).toBe(START + 60_000);
});

test('after time has passed, the next entry is in another second', () => {
  const clock = createEntryClock(START + 200);
  clock.elapse(60_000);
  clock.set(START + 300);
  expect(clock.wall().getTime()).toBe(START + 1_000);
  clock.set(START + 1_500);
  expect(clock.wall().getTime()).toBe(START + 1_500);
});
