/** Measures a run with the real AWS CLI beside the same commands in a plain script through the same proxy. */
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from './median.ts';
import { measureCommand } from './process-tree.ts';
import type { Measure } from './table.ts';

const run = promisify(execFile);
const TEJUN = fileURLToPath(new URL('../bin/tejun.js', import.meta.url));
const CALL = 'aws sts get-caller-identity --query Account --output text';
const ACCOUNT = "id: '123456789012'\nusers:\n  - { name: handson-user, accessKeys: 1 }\n";
const CHAINS = ['one', 'two'] as const;
const LANGUAGES = { ja: 'docs', en: 'i18n/en/docusaurus-plugin-content-docs/current' } as const;

interface Round {
  /** Seconds. */
  readonly plain: number;
  readonly all: number;
  readonly one: number;
  readonly both: number;
}

/** Ratios are medians of rounds, each of which meets one state of the machine. */
export async function measureRealCli(
  callsInChain: number,
  repeats: number,
  goals: boolean,
): Promise<Measure[]> {
  const aws = await findAws();
  if (!aws)
    return [{ what: 'a run with the real AWS CLI', value: undefined, unit: '×', detail: 'no aws here' }];
  const root = await generate(callsInChain, aws);
  try {
    const rounds: Round[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) rounds.push(await measureRound(root, aws));
    return measuresOf(rounds, callsInChain * CHAINS.length, goals);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measureRound(root: string, aws: string): Promise<Round> {
  return {
    plain: await plainScript(root),
    all: await doctest(root, aws, '--locale', 'ja'),
    one: await doctest(root, aws, 'bench/one', '--locale', 'ja'),
    both: await doctest(root, aws, 'bench/one'),
  };
}

function measuresOf(rounds: readonly Round[], calls: number, goals: boolean): Measure[] {
  const ratio = (of: (round: Round) => number): number => median(rounds.map(of));
  const seconds = (name: keyof Round): string => `${median(rounds.map((round) => round[name])).toFixed(1)} s`;
  return [
    {
      what: `a run with the real AWS CLI of ${CHAINS.length} chains, beside their ${calls} calls in a plain script`,
      value: ratio(({ all, plain }) => all / plain),
      unit: '×',
      goal: goals ? 1.1 : undefined,
      detail: `${seconds('all')} beside ${seconds('plain')}`,
    },
    {
      what: 'one of those chains, which cannot be shared among cores',
      value: ratio(({ one, plain }) => one / (plain / CHAINS.length)),
      unit: '×',
      detail: seconds('one'),
    },
    {
      what: 'that chain in two languages, beside one',
      value: ratio(({ both, one }) => both / one),
      unit: '×',
      // One core has no room for the second language.
      goal: goals && availableParallelism() > 1 ? 1.3 : undefined,
      detail: `${seconds('both')} beside ${seconds('one')}`,
    },
  ];
}

async function findAws(): Promise<string | undefined> {
  if (process.env.TEJUN_AWS) return process.env.TEJUN_AWS;
  return run('bash', ['-c', 'type -P aws']).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
}

async function doctest(root: string, aws: string, ...args: string[]): Promise<number> {
  const options = ['--root', root, '--shell', 'bash', '--aws', aws, '--reporter', 'json'];
  return (await measureCommand([TEJUN, 'doctest', ...args, ...options])).seconds;
}

/** The sandbox is there already when the script starts. @returns seconds */
async function plainScript(root: string): Promise<number> {
  const sandbox = spawn(process.execPath, [TEJUN, 'sandbox', '--port', '0', '--account', account(root)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const lines = await text(sandbox.stdout);
    const start = performance.now();
    await run('bash', ['-ec', `${lines}\n. ${plainFile(root)}`]);
    return (performance.now() - start) / 1000;
  } finally {
    sandbox.kill();
  }
}

const plainFile = (root: string): string => join(root, 'plain.sh');
const account = (root: string): string => join(root, 'docs/bench/_account.yaml');

/** Each chain is one page: what is measured is commands, not pages. The plain script has the calls of all of them. */
async function generate(calls: number, aws: string): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'tejun-bench-'));
  for (const folder of Object.values(LANGUAGES)) {
    mkdirSync(join(root, folder, 'bench'), { recursive: true });
    for (const name of CHAINS) writeFileSync(join(root, folder, 'bench', `${name}.mdx`), page(name, calls));
  }
  writeFileSync(account(root), ACCOUNT);
  mkdirSync(join(root, 'bin'));
  await symlink(aws, join(root, 'bin/aws'));
  writeFileSync(plainFile(root), `PATH=${root}/bin:$PATH\n${`${CALL}\n`.repeat(calls * CHAINS.length)}`);
  return root;
}

function page(name: string, calls: number): string {
  const step = ['```bash command', CALL, '```', '', '```text result', 'XXXXXXXXXXXX', '```', ''].join('\n');
  return `---\ntitle: ${name}\n---\n\n${`${step}\n`.repeat(calls)}`;
}
