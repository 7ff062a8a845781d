import { execa } from 'execa';
import { expect, test } from 'vitest';

test('the policies that overviews show are those that the pages need', async () => {
  const check = ['--import', 'tsx', 'tools/policies/index.ts', '--check'];
  const { exitCode, stderr } = await execa(process.execPath, check, { reject: false });
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
}, 300_000);
