/** What a run with the real AWS CLI costs, beside the same commands in a plain script through the same proxy. */
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { measureCommand } from './process-tree.ts';
import type { Measure } from './table.ts';

const run = promisify(execFile);
const TEJUN = fileURLToPath(new URL('../bin/tejun.js', import.meta.url));
const CALL = 'aws sts get-caller-identity --query Account --output text';
const ACCOUNT = "id: '123456789012'\nusers:\n  - { name: handson-user, accessKeys: 1 }\n";
const CHAINS = ['one', 'two'] as const;
const LANGUAGES = { ja: 'docs', en: 'i18n/en/docusaurus-plugin-content-docs/current' } as const;

export async function measureRealCli(callsInChain: number, goals: boolean): Promise<Measure[]> {
  const aws = await findAws();
  if (!aws)
    return [{ what: 'a run with the real AWS CLI', value: undefined, unit: '×', detail: 'no aws here' }];
  const root = generate(callsInChain);
  try {
    const all = await doctest(root, aws, '--locale', 'ja');
    const plain = await plainScript(root, aws, callsInChain * CHAINS.length);
    const one = await doctest(root, aws, 'bench/one', '--locale', 'ja');
    const both = await doctest(root, aws, 'bench/one');
    return [
      {
        what: `a run with the real AWS CLI of ${CHAINS.length} chains, beside their ${callsInChain * CHAINS.length} calls in a plain script`,
        value: all / plain,
        unit: '×',
        goal: goals ? 1.1 : undefined,
        detail: `${all.toFixed(1)} s beside ${plain.toFixed(1)} s`,
      },
      {
        what: 'one of those chains, which cannot be shared among cores',
        value: one / (plain / CHAINS.length),
        unit: '×',
        detail: `${one.toFixed(1)} s`,
      },
      {
        what: 'that chain in two languages, beside one',
        value: both / one,
        unit: '×',
        // One core has no room for the second language.
        goal: goals && availableParallelism() > 1 ? 1.3 : undefined,
        detail: `${both.toFixed(1)} s beside ${one.toFixed(1)} s`,
      },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
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
async function plainScript(root: string, aws: string, calls: number): Promise<number> {
  const script = join(root, 'plain.sh');
  writeFileSync(script, `PATH=${root}/bin:$PATH\n${`${CALL}\n`.repeat(calls)}`);
  mkdirSync(join(root, 'bin'));
  await run('ln', ['-s', aws, join(root, 'bin/aws')]);
  const sandbox = spawn(process.execPath, [TEJUN, 'sandbox', '--port', '0', '--account', account(root)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const lines = await text(sandbox.stdout);
    const start = performance.now();
    await run('bash', ['-ec', `${lines}\n. ${script}`]);
    return (performance.now() - start) / 1000;
  } finally {
    sandbox.kill();
  }
}

const account = (root: string): string => join(root, 'docs/bench/_account.yaml');

/** Each chain is one page: what is measured is commands, not pages. */
function generate(calls: number): string {
  const root = mkdtempSync(join(tmpdir(), 'tejun-bench-'));
  for (const folder of Object.values(LANGUAGES)) {
    mkdirSync(join(root, folder, 'bench'), { recursive: true });
    for (const name of CHAINS) writeFileSync(join(root, folder, 'bench', `${name}.mdx`), page(name, calls));
  }
  writeFileSync(account(root), ACCOUNT);
  return root;
}

function page(name: string, calls: number): string {
  const step = ['```bash command', CALL, '```', '', '```text result', 'XXXXXXXXXXXX', '```', ''].join('\n');
  return `---\ntitle: ${name}\n---\n\n${`${step}\n`.repeat(calls)}`;
}
