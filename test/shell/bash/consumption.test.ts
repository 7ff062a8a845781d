import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Consumption, consumptionsOf, watchConsumption } from '../../../src/shell/bash/consumption.ts';

/** Starts a bash and waits until it says that it is ready. */
async function started(script: string): Promise<number> {
  const child = spawn('bash', ['-c', script], { detached: true });
  onTestFinished(() => void process.kill(-(child.pid as number), 'SIGKILL'));
  await once(child.stdout, 'data');
  return child.pid as number;
}

const MEMORY = 'x=$(printf "%050000000d" 1)';

describe.skipIf(process.platform !== 'linux')('what processes consume', () => {
  test('is counted with all that they started', async () => {
    const roots = [
      await started(`${MEMORY}; (sleep 100 & echo ready; wait); wait`),
      await started('sleep 100 & echo ready; wait'),
    ];
    const [large, small] = consumptionsOf(roots) as [Consumption, Consumption];
    expect([large.processes, small.processes]).toEqual([3, 2]);
    expect(large.bytes).toBeGreaterThan(50_000_000);
    expect(small.bytes).toBeLessThan(10_000_000);
    expect(large.left).toBeGreaterThan(0);
    expect(large.left).toBeLessThan(1);
  });

  test('counts memory once that many share', async () => {
    const root = await started(
      `${MEMORY}; for i in {1..40}; do (cat <&3; :) & done 3< <(sleep 100); echo ready; wait`,
    );
    // Forty times 50 MB would be 2 GB.
    const [{ processes, bytes }] = consumptionsOf([root]) as [Consumption];
    expect(processes).toBeGreaterThan(80);
    expect(bytes).toBeLessThan(500_000_000);
  });

  test('is read once for all that watch', async () => {
    const read = vi.spyOn(fs, 'readdirSync');
    syncBuiltinESMExports();
    onTestFinished(() => {
      read.mockRestore();
      syncBuiltinESMExports();
    });
    const told = [0, 0, 0];
    const ends = told.map((_, index) =>
      watchConsumption(process.pid, () => void told.splice(index, 1, (told[index] ?? 0) + 1)),
    );
    await expect.poll(() => Math.min(...told), { timeout: 10_000 }).toBeGreaterThan(1);
    for (const end of ends) end();
    const looks = read.mock.calls.filter(([path]) => path === '/proc').length;
    expect(told).toEqual([looks, looks, looks]);
  });

  test('is nothing for a process that is gone', () => {
    expect(consumptionsOf([2 ** 30])).toMatchObject([{ bytes: 0 }]);
  });
});
