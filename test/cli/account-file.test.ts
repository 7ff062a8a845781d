import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { needCliV2 } from '../real-clients.ts';
import { projectRoot, tejun } from './tejun.ts';

const project = join(projectRoot, 'test/fixtures/account-file/project');

describe('a page finds what its account file describes: region, profiles, files, objects, devices', () => {
  test.each([
    ['in the simulated shell', (): string[] => []],
    [
      'in bash with AWS CLI v2',
      (): string[] => ['--shell', 'bash', '--aws', join(needCliV2().folder, 'aws')],
    ],
  ])(
    '%s',
    async (_, args) => {
      const { stdout, exitCode } = await tejun(['doctest', ...args()], project);
      expect(stdout).toContain('6 passed (6 steps, 6 compared)');
      expect(exitCode).toBe(0);
    },
    120_000,
  );
});
