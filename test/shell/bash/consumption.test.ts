import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { consumptionOf } from '../../../src/shell/bash/consumption.ts';

test.skipIf(process.platform !== 'linux')(
  'counts a process, all that it started, and their memory',
  async () => {
    const child = spawn('bash', ['-c', 'x=$(printf "%050000000d" 1); (sleep 100 & echo ready; wait); wait'], {
      detached: true,
    });
    onTestFinished(() => void process.kill(-(child.pid as number), 'SIGKILL'));
    await once(child.stdout, 'data');
    const { processes, bytes } = consumptionOf(child.pid as number);
    expect(processes).toBe(3);
    expect(bytes).toBeGreaterThan(50_000_000);
  },
);

test('of a process that is gone is nothing', () => {
  expect(consumptionOf(2 ** 30).bytes).toBe(0);
});
