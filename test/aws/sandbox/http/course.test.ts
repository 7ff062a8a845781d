import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execaNode } from 'execa';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { accountStrings, readAccount } from '../../../../src/aws/sandbox/index.ts';
import type { Bindings } from '../../../../src/matching/index.ts';
import { judge, requestedDuration } from '../../../../src/practice/judge-step.ts';
import { orderPages, type Page, readPage, type Step } from '../../../../src/procedure/index.ts';
import { findCli, type InstalledCli, needCliV2 } from '../../../real-clients.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const course = 'docs/sts-session-token';

const pages: Page[] = orderPages(
  ['get-session-token', 'run-commands', 'clean-up'].map((name) => {
    const file = `${course}/${name}.mdx`;
    const id = `sts-session-token/${name}`;
    const { page, problems } = readPage(readFileSync(root + file, 'utf8'), { id, file, locale: 'ja' });
    if (!page) throw new Error(JSON.stringify(problems));
    return page;
  }),
);
const steps = pages.flatMap(({ id, steps }) => steps.map((step) => ({ page: id, step })));

/** One bash that runs every step as it stands in the pages and leaves what each printed in a folder. */
function bashScript(folder: string): string {
  const run = (step: Step, index: number): string => {
    if (step.role === 'elapse')
      return `"$NODE" bin/tejun.js sandbox clock +${step.durationMs / 1000}s >/dev/null || exit 1`;
    const to = `${folder}/${index}`;
    return `{\n${step.script}\n} >${to}.stdout 2>${to}.stderr\necho $? >${to}.code; date +%s >${to}.time`;
  };
  return [`echo "$HOME" >${folder}/home`, ...steps.map(({ step }, index) => run(step, index)), ''].join('\n');
}

interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly endedAt: number;
}

async function runCourse(cli: InstalledCli): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-course-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'script'), bashScript(folder));
  await execaNode(
    join(root, 'bin/tejun.js'),
    [
      'sandbox',
      '--port',
      '0',
      '--account',
      'sts-session-token',
      '--',
      'bash',
      '--noprofile',
      '--norc',
      join(folder, 'script'),
    ],
    {
      cwd: root,
      // Variables that a reader's machine may have set: they must not matter.
      env: {
        PATH: `${cli.folder}:${process.env.PATH}`,
        NODE: process.execPath,
        TZ: 'UTC',
        LC_ALL: 'C.UTF-8',
        AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
        AWS_PROFILE: 'nobody',
        AWS_DEFAULT_REGION: 'eu-west-1',
        NO_PROXY: '*',
      },
    },
  );
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const home = read('home').trim();
  const shown = (name: string): string => read(name).replaceAll(home, '/home/ec2-user');
  return steps.map(({ step }, index) =>
    step.role === 'elapse'
      ? { stdout: '', stderr: '', exitCode: 0, endedAt: 0 }
      : {
          stdout: shown(`${index}.stdout`),
          stderr: shown(`${index}.stderr`),
          exitCode: Number(read(`${index}.code`)),
          endedAt: Number(read(`${index}.time`)) * 1000,
        },
  );
}

/** The differences between what happened and what the pages show, a line each. */
function differences(outcomes: readonly Outcome[]): string[] {
  const { account } = readAccount(readFileSync(`${root}${course}/_account.yaml`, 'utf8'), 'account');
  if (!account) throw new Error('The account cannot be read.');
  const accountData = { strings: accountStrings(account), compare: 'equal' } as const;
  const bindings = new Map<string, Bindings>();
  let elapsed = 0;
  return steps.flatMap(({ page, step }, index) => {
    if (step.role === 'elapse') elapsed += step.durationMs;
    const outcome = outcomes[index];
    if (step.role === 'elapse' || !outcome) return [];
    const verdict = judge(step, outcome, {
      now: new Date(outcome.endedAt + elapsed),
      durationSeconds: requestedDuration(step.script),
      bindings: bindings.get(page) ?? new Map(),
      accountData,
    });
    if (verdict.passed) bindings.set(page, verdict.bindings);
    return verdict.passed ? [] : [`${page} ${step.id}: ${verdict.differences[0]?.message} ${outcome.stderr}`];
  });
}

/** A course has some thirty commands, each a Python to start, on a machine that may be busy. */
vi.setConfig({ testTimeout: 300_000 });

const v1 = findCli(1);

describe('with AWS CLI v2', () => {
  test('the whole course, its commands verbatim', async () => {
    expect(differences(await runCourse(needCliV2()))).toEqual([]);
  });
});

describe.skipIf(!v1)('with AWS CLI v1 (missing? pip install awscli)', () => {
  test('the whole course, its commands verbatim', async () => {
    if (v1) expect(differences(await runCourse(v1))).toEqual([]);
  });
});
