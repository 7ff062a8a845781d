import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { followAccountClock } from '../../../src/doctest/targets/account-clock.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tejun-clock-'));
  mkdirSync(join(root, 'readonly/bin'), { recursive: true });
  mkdirSync(join(root, 'machine'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** A program of the machine that prints what it was given. */
function install(name: string): void {
  const file = join(root, 'machine', name);
  writeFileSync(file, `#!/bin/bash\nprintf '<%s>' ${name} "$@"\n`);
  chmodSync(file, 0o755);
}

/** A clock of the account that `elapse` moves. */
async function follow() {
  let offset = 0;
  const clock = {
    wall: () => new Date(),
    account: () => new Date(Date.now() + offset),
    elapsedSince: () => 0,
    elapse: async (milliseconds: number) => {
      offset += milliseconds;
    },
    offset: () => offset,
  };
  const folder = { readonly: join(root, 'readonly') };
  return followAccountClock(folder as never, clock as never, join(root, 'machine'));
}

const run = async (name: string, ...args: string[]): Promise<string> =>
  (await execa(join(root, 'readonly/bin', name), args)).stdout;

test('date and oathtool run as they are until time has elapsed, then by the time of the account', async () => {
  install('date');
  install('oathtool');
  const clock = await follow();
  expect(await run('date', '-u', '+%F')).toBe('<date><-u><+%F>');
  await clock.elapse(900_000);
  expect(await run('date', '-u', '+%F')).toBe('<date><-d><+900 seconds><-u><+%F>');
  const earliest = Date.now() + 899_000;
  const [now = ''] = /(?<=<--now><).*? UTC/.exec(await run('oathtool', '--totp', '-b', 'SEED')) ?? [];
  expect(Date.parse(now)).toBeGreaterThanOrEqual(earliest);
  expect(Date.parse(now)).toBeLessThanOrEqual(Date.now() + 900_000);
});

test('a time that the page names stays', async () => {
  install('date');
  install('oathtool');
  await (await follow()).elapse(900_000);
  expect(await run('date', '-d', 'tomorrow')).toBe('<date><-d><tomorrow>');
  expect(await run('oathtool', '--now=2021-12-20', 'SEED')).toBe('<oathtool><--now=2021-12-20><SEED>');
});

test('what the machine does not have is not there', async () => {
  await follow();
  await expect(run('oathtool')).rejects.toThrow(/ENOENT/);
});
