import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { execaNode } from 'execa';
import { expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '../../cli/tejun.ts';

const fixture = join(projectRoot, 'test/fixtures/plugins/vitest');

interface Result {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { title: string; status: string; failureMessages: string[] }[];
  }[];
}

/** Runs a copy of the fixture project, beside it, in the real Vitest. */
async function vitest(
  change: (read: (file: string) => string, write: (file: string, text: string) => void) => void,
) {
  const folder = mkdtempSync(`${fixture}-`);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(fixture, folder, { recursive: true });
  change(
    (file) => readFileSync(join(folder, file), 'utf8'),
    (file, text) => writeFileSync(join(folder, file), text),
  );
  const entry = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const { stdout, exitCode } = await execaNode(entry, ['run', '--root', folder, '--reporter', 'json'], {
    reject: false,
    env: { VITEST: undefined, VITEST_WORKER_ID: undefined, VITEST_POOL_ID: undefined, NODE_ENV: undefined },
  });
  return { folder, exitCode, result: JSON.parse(stdout) as Result };
}

test('pages are test files and their steps are tests, whose failures name the line of the page', async () => {
  const { folder, exitCode, result } = await vitest((read, write) =>
    write('docs/course/load.mdx', read('docs/course/load.mdx').replace('\nexample\n', '\nwrong\n')),
  );
  expect(exitCode).toBe(1);
  const load = result.testResults.find(({ name }) => name.endsWith('load.mdx'));
  expect(load?.assertionResults.map(({ status }) => status)).toEqual(['passed', 'failed', 'passed']);
  const [message] = load?.assertionResults[1]?.failureMessages ?? [];
  expect(message).toContain('The example has "wrong", but the output has "example".');
  expect(message).toContain(`at ${folder}/docs/course/load.mdx:13:1`);
  const save = result.testResults.find(({ name }) => name.endsWith('save.mdx'));
  expect(save?.assertionResults.map(({ status }) => status)).toContain('skipped');
}, 120_000);

test('a project whose steps pass is green: partials are no tests', async () => {
  const { exitCode, result } = await vitest(() => undefined);
  expect(result.testResults.map(({ name }) => basename(name)).sort()).toEqual([
    'index.mdx',
    'load.mdx',
    'save.mdx',
  ]);
  expect(result.numFailedTests).toBe(0);
  expect(exitCode).toBe(0);
}, 120_000);

test('a failed step stays red where tests are retried, and one of a partial is placed in the partial', async () => {
  const { folder, exitCode, result } = await vitest((read, write) => {
    write('vitest.config.js', read('vitest.config.js').replace('test: {', 'test: { retry: 2,'));
    write(
      'docs/course/_part.mdx',
      '```bash command\ncat saved.txt\n```\n\n```text result\nwrong\n```\n\n```bash command\ntrue\n```\n',
    );
    write(
      'docs/course/load.mdx',
      `${read('docs/course/load.mdx')}\nimport Part from './_part.mdx'\n\n<Part />\n`,
    );
  });
  expect(exitCode).toBe(1);
  const load = result.testResults.find(({ name }) => name.endsWith('load.mdx'));
  expect(load?.assertionResults.map(({ status }) => status)).toEqual([
    'passed',
    'passed',
    'passed',
    'failed',
    'passed',
  ]);
  const messages = load?.assertionResults[3]?.failureMessages ?? [];
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(`at ${folder}/docs/course/_part.mdx:6:1`);
}, 120_000);

test('a page that cannot be read is a failing test', async () => {
  const { exitCode, result } = await vitest((read, write) =>
    write('docs/course/save.mdx', read('docs/course/save.mdx').replace('text result', 'text reslut')),
  );
  expect(exitCode).toBe(1);
  const save = result.testResults.find(({ name }) => name.endsWith('save.mdx'));
  expect(save?.assertionResults).toMatchObject([
    { title: 'docs/course/save.mdx can be read (line 22)', status: 'failed' },
  ]);
}, 120_000);
