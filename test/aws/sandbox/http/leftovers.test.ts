import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { removeLeftovers } from '../../../../src/aws/sandbox/http/index.ts';
import { isLeftOver, markOfProcess } from '../../../../src/aws/sandbox/http/leftovers.ts';

const [space, pid, start] = markOfProcess().split('.') as [string, string, string];

test.each([
  ['of this process', `tejun-sandbox-${space}.${pid}.${start}_abc`, false],
  ['of a process that had its number before', `sandbox-4566_${space}.${pid}.${Number(start) + 1}`, true],
  ['of a number that no process has', `sandbox-4566_${space}.4194399.1`, true],
  ['of another space of numbers', `sandbox-4566_${space}1.4194399.1`, false],
  ['of something else', 'tejun-sandbox-abc', false],
])('a name %s: left over is %3$s', (_, name, isLeft) => {
  expect(isLeftOver(name)).toBe(isLeft);
});

test('a link with the name of a home is removed, and not what it leads to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-leftovers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'theirs'));
  writeFileSync(join(folder, 'theirs/file'), '');
  const link = join(folder, `tejun-sandbox-${space}.4194399.1_abc`);
  symlinkSync(join(folder, 'theirs'), link);
  vi.stubEnv('TMPDIR', folder);
  vi.stubEnv('XDG_RUNTIME_DIR', join(folder, 'none'));
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(removeLeftovers()).toBe(1);
  expect([existsSync(link), existsSync(join(folder, 'theirs/file'))]).toEqual([false, true]);
});
