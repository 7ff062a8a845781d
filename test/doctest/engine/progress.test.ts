import { expect, onTestFinished, test, vi } from 'vitest';
import { noteBegin, notePass, watchProgress } from '../../../src/doctest/engine/progress.ts';
import { describeStep, isPlainPass } from '../../../src/doctest/report/step.ts';
import { aPage, aStep } from '../pages.ts';

/** Lists the lines that a watch tells of a page of four steps. */
function watched() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const told: string[] = [];
  const watch = watchProgress(aPage('page', [], 4).steps, {
    began: (index) => told.push(`began ${index}`),
    ended: (index, { status, durationMs }) => told.push(`${status} ${index} in ${durationMs} ms`),
  });
  return { watch, told };
}

test('each step that passed is told once, and the one that runs', () => {
  const { watch, told } = watched();
  vi.advanceTimersByTime(200);
  expect(told).toEqual([]);
  noteBegin(watch.progress, 0);
  vi.advanceTimersByTime(100);
  notePass(watch.progress, 0, 0);
  noteBegin(watch.progress, 1);
  notePass(watch.progress, 1, 1.2345);
  noteBegin(watch.progress, 2);
  vi.advanceTimersByTime(300);
  expect(told).toEqual(['began 0', 'passed 0 in 0 ms', 'passed 1 in 1.235 ms', 'began 2']);
  notePass(watch.progress, 2, 3_000_000);
  watch.look();
  watch.look();
  expect(told.slice(4)).toEqual(['passed 2 in 2147483.646 ms']);
  watch.stop();
});

test('a step that is not told of by numbers is left to its report', () => {
  const { watch, told } = watched();
  noteBegin(watch.progress, 0);
  noteBegin(watch.progress, 1);
  watch.look();
  watch.stop();
  noteBegin(watch.progress, 2);
  vi.advanceTimersByTime(300);
  expect(told).toEqual(['began 1']);
});

test('only a pass that says nothing else is told by numbers', () => {
  const pass = { ...describeStep(aStep(1)), status: 'passed', durationMs: 1 } as const;
  expect(isPlainPass(pass)).toBe(true);
  expect(isPlainPass({ ...pass, revised: 'new' })).toBe(false);
  expect(isPlainPass({ ...pass, status: 'failed' })).toBe(false);
  expect(
    isPlainPass({ ...pass, verdict: { passed: true, accepted: [], diff: [], differences: [], notices: [] } }),
  ).toBe(false);
});
