import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execaNode } from 'execa';
import { expect, onTestFinished, test, vi } from 'vitest';
import { doctestFixtures, projectRoot } from './tejun.ts';

test('--watch runs again what an edit touches, and no more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-watch-'));
  cpSync(join(doctestFixtures, 'passing/project'), folder, { recursive: true });
  const child = execaNode(join(projectRoot, 'bin/tejun.js'), ['doctest', '--root', folder, '--watch'], {
    reject: false,
    env: { NO_COLOR: '1' },
  });
  onTestFinished(async () => {
    child.kill();
    await child;
    rmSync(folder, { recursive: true });
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const nextRun = async () => {
    await vi.waitFor(() => expect(output).toMatch(/^time /m), { timeout: 60_000, interval: 100 });
    const shown = output;
    output = '';
    return shown;
  };
  const edit = (name: string, from: string, to: string, course = 'docs/course') => {
    const file = join(folder, course, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };

  expect(await nextRun()).toContain('pages  5 passed');

  edit('load.mdx', 'example\n[no name]', 'wrong\n[no name]');
  const afterEdit = await nextRun();
  expect(afterEdit).toContain('pages  0 passed, 1 failed');
  expect(afterEdit).toContain('docs/course/load.mdx:13');

  edit('load.mdx', 'wrong\n[no name]', 'example\n[no name]');
  expect(await nextRun()).toContain('pages  1 passed');

  edit('save.mdx', '```text result', '```text reslut');
  const afterMistake = await nextRun();
  expect(afterMistake).toContain('Did you mean "result"?');
  expect(afterMistake).toMatch(
    /load\.mdx: The page was not run, because docs\/course\/save\.mdx:\d+:\d+, on which it builds, cannot be run\./,
  );

  edit('save.mdx', '```text reslut', '```text result');
  expect(await nextRun()).toMatch(/pages {2}\d passed$/m);

  const added = join(folder, 'docs/course/added.mdx');
  writeFileSync(
    added,
    '---\ntitle: Added\n---\n\n```bash command\necho added\n```\n\n```text result\nadded\n```\n',
  );
  expect(await nextRun()).toContain('✓ ja  course/added');

  // A plan that names a page that is gone has a problem.
  edit('added.mdx', 'title: Added', 'title: Added\ntejun:\n  requires: [course/gone]');
  expect(await nextRun()).toContain('The required page "course/gone" does not exist');

  edit('added.mdx', 'course/gone', 'course/save');
  expect(await nextRun()).toContain('✓ ja  course/added');

  const translation = 'i18n/en/docusaurus-plugin-content-docs/current/course';
  edit('load.mdx', 'example\n[no name]', 'wrong\n[no name]', translation);
  expect(await nextRun()).toMatch(/^✗ en {2}course\/load[^✓]*pages {2}0 passed, 1 failed$/m);
  edit('load.mdx', 'wrong\n[no name]', 'example\n[no name]', translation);
  expect(await nextRun()).toContain('pages  1 passed');

  edit('_account.yaml', 'accessKeys: 1', 'accessKeys: 2');
  const afterAccount = await nextRun();
  for (const page of ['ja  course/load', 'ja  course/added', 'en  course/load'])
    expect(afterAccount).toContain(`✓ ${page}`);

  // A page without a translation is required in the source language.
  rmSync(join(folder, translation, 'save.mdx'));
  expect(await nextRun()).toContain('✓ en  course/load');

  rmSync(join(folder, 'docs/course/save.mdx'));
  const afterDeletion = await nextRun();
  expect(afterDeletion).toContain('pages  0 passed, 3 failed');
  expect(afterDeletion).toContain('The required page "course/save" does not exist');

  child.kill('SIGINT');
  expect((await child).exitCode).toBe(130);
}, 180_000);
