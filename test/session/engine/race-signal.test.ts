import { expect, test } from 'vitest';
import { raceSignal } from '../../../src/session/engine/race-signal.ts';

const never = new Promise<never>(() => {});

test('resolves and rejects with the promise', async () => {
  const { signal } = new AbortController();
  await expect(raceSignal(signal, Promise.resolve(1))).resolves.toBe(1);
  await expect(raceSignal(signal, Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('rejects when the signal aborts', async () => {
  const controller = new AbortController();
  const race = raceSignal(controller.signal, never);
  controller.abort(new Error('stopped'));
  await expect(race).rejects.toThrow('stopped');
});

test('rejects at once where it has aborted already', async () => {
  await expect(raceSignal(AbortSignal.abort(new Error('stopped')), never)).rejects.toThrow('stopped');
});

test('a signal that aborts later changes nothing', async () => {
  const controller = new AbortController();
  const race = await raceSignal(controller.signal, Promise.resolve('done'));
  controller.abort();
  expect(race).toBe('done');
});
