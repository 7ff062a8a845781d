import { tmpdir } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import type { Consumption } from '../../../src/shell/bash/consumption.ts';
import { excessOf, excessOnDisk, watchRun } from '../../../src/shell/bash/run-limits.ts';

const GIB = 1024 ** 3;

test.each([
  [{ processes: 1_001, bytes: 0, left: 1 }, /1,000 processes/],
  [{ processes: 1, bytes: 4 * GIB + 1, left: 1 }, /MiB of memory/],
  [{ processes: 1, bytes: 0, left: 0.04 }, /less than 5 % of the memory/],
])('a run with %j must end', (consumption, reason) => {
  expect(excessOf(consumption)).toMatch(reason);
});

test('a run of usual size may go on', () => {
  expect(excessOf({ processes: 1_000, bytes: GIB / 8, left: 0.06 })).toBeUndefined();
  const before = { bytes: 5 * GIB, files: 300_000 };
  expect(excessOnDisk(before, { bytes: GIB, files: 100_000 })).toBeUndefined();
  expect(excessOnDisk(before, { bytes: GIB - 1, files: 300_000 })).toMatch(/4 GiB/);
  expect(excessOnDisk(before, { bytes: 5 * GIB, files: 99_999 })).toMatch(/200,000 files/);
  // A file system that counts a file less for every 512 bytes that are written.
  expect(excessOnDisk(before, { bytes: 4.9 * GIB, files: 300_000 - (0.1 * GIB) / 512 })).toBeUndefined();
});

test.each([
  ['prints without end', { printed: () => 65 * 1024 ** 2 }, /printed without end/],
  [
    'takes too much',
    {
      watchConsumption: (notice: (found: Consumption) => void) => {
        notice({ processes: 5_000, bytes: 0, left: 1 });
        return () => undefined;
      },
    },
    /1,000 processes/,
  ],
  ['takes too long', { timeoutMs: 1 }, /stopped after 1 ms/],
])('a watch notices a run that %s', async (_name, run, reason) => {
  const quiet = { printed: () => 0, watchConsumption: () => () => undefined, timeoutMs: undefined };
  const watch = await watchRun({ folder: tmpdir(), ...quiet, ...run });
  onTestFinished(watch.release);
  expect(await watch.reason).toMatch(reason);
});
