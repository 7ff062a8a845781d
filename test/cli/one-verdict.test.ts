import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot, tejun } from './tejun.ts';

/** Pages that are wrong in many ways, with a recording of what the real CLI gave. */
const project = join(projectRoot, 'test/fixtures/verdicts/project');

/** A real CLI of a major version: Debian's v2, pip's v1. */
function findCli(major: number): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(':')];
  return folders
    .map((folder) => join(folder, 'aws'))
    .find((file) => existsSync(file) && isMajor(file, major));
}

function isMajor(file: string, major: number): boolean {
  try {
    return execFileSync(file, ['--version'], { encoding: 'utf8' }).startsWith(`aws-cli/${major}.`);
  } catch {
    return false;
  }
}

/** Each step with its verdict. */
async function verdicts(...args: string[]): Promise<string[]> {
  const { stdout } = await tejun(['doctest', '--reporter', 'json', ...args], project);
  const { pages } = JSON.parse(stdout) as {
    pages: { page: string; steps: { id: string; line: number; status: string }[] }[];
  };
  return pages.flatMap(({ page, steps }) =>
    steps.map(({ id, line, status }) => `${page}:${line} ${id} ${status}`),
  );
}

/** Of the page, by its order. */
const EXPECTED = [
  ...['passed', 'failed', 'failed', 'passed', 'failed', 'failed', 'failed', 'failed'],
  ...['failed', 'failed', 'failed', 'passed', 'failed', 'failed', 'failed', 'failed'],
  ...['failed', 'failed', 'failed', 'passed', 'failed', 'failed', 'failed', 'passed'],
];

const v2 = findCli(2);
const v1 = findCli(1);

describe('a page that is wrong on purpose has one verdict, step by step', () => {
  test.each([
    ['in the simulated shell', []],
    ['in the recording', ['--target', 'recording']],
  ])('%s', async (_, args) => {
    expect((await verdicts(...args)).map((verdict) => verdict.split(' ').at(-1))).toEqual(EXPECTED);
  });

  test.skipIf(!v2 && !process.env.CI)(
    `in bash with AWS CLI v2${v2 ? '' : ' (Debian: apt-get install awscli)'}`,
    async () => {
      expect(await verdicts('--shell', 'bash', '--aws', v2 ?? 'missing')).toEqual(await verdicts());
    },
    120_000,
  );

  // Not on every machine: where it is not, what is said of it was found on another.
  const testV1 = v1 ? test : test.skip;
  testV1(
    'in bash with AWS CLI v1 (pip install awscli)',
    async () => {
      expect(await verdicts('--shell', 'bash', '--aws', v1 ?? 'missing')).toEqual(await verdicts());
    },
    120_000,
  );
});
