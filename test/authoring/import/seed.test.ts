import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot, tejun } from '../../cli/tejun.ts';

const requires = 'tejun:\n  requires: [sts-session-token/get-session-token]\n';

test('a published hands-on is a page that passes doctest once its front matter says what it requires', async () => {
  const root = mkdtempSync(join(tmpdir(), 'tejun-import-'));
  const course = join(root, 'docs/sts-session-token');
  mkdirSync(course, { recursive: true });
  for (const name of ['_account.yaml', 'get-session-token.mdx'])
    cpSync(join(projectRoot, 'docs/sts-session-token', name), join(course, name));
  cpSync(join(projectRoot, 'test/fixtures/authoring/import/plain-handson/input.txt'), join(root, 'old.txt'));

  const out = 'docs/sts-session-token/run-commands.mdx';
  const run = await tejun(['import', 'old.txt', '--out', out], root);
  expect(run).toMatchObject({ exitCode: 0, stdout: '' });
  const page = readFileSync(join(root, out), 'utf8');
  expect(page.match(/^<Elapse/gm)).toHaveLength(1);
  writeFileSync(join(root, out), page.replace('---\n', `---\n${requires}`));

  const doctest = await tejun(['doctest', '--reporter', 'json', 'run-commands'], root);
  expect(doctest.exitCode, doctest.stdout).toBe(0);
  const { pages } = JSON.parse(doctest.stdout);
  const ran = pages.find((one: { page: string }) => one.page === 'sts-session-token/run-commands');
  expect(ran.steps.map(({ role, status }: { role: string; status: string }) => `${role} ${status}`)).toEqual([
    'env passed',
    'env passed',
    'check passed',
    'command passed',
    'env passed',
    'command passed',
    'command passed',
    'elapse passed',
    'command passed',
    'env passed',
    'env passed',
  ]);
  // The old text never says how to leave the pager that its longest result opens.
  const lint = await tejun(['lint', out], root);
  expect(lint.stdout.match(/\(\S+\)$/gm)).toEqual(['(pager)']);
});
