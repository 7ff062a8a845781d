import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { finishInterruptedChanges } from '../../src/project/index.ts';
import { edit, pagesOf, STALE } from '../doctest/stale-pages.ts';
import { copyOfProject } from './projects.ts';
import { projectRoot, tejun } from './tejun.ts';

describe('tejun doctest --update', () => {
  test('shows what is stale, then writes it into the pages of all languages, and nothing else', async () => {
    const project = copyOfProject();
    const right = pagesOf(project);
    edit(project, STALE);
    const stale = pagesOf(project);
    interrupt(project);
    const dry = await tejun(['doctest', '--update', '--dry-run', 'run-commands'], project);
    expect(dry.exitCode).toBe(1);
    expect(dry.stderr).toMatch(/^An interrupted command has been finished: docs\/earlier\.mdx$/m);
    expect(dry.stderr).toContain('Nothing was written. Stale: docs/');
    rmSync(join(project, 'docs/earlier.mdx'));
    expect(pagesOf(project)).toEqual(stale);

    const run = await tejun(['doctest', '--update', 'run-commands'], project);
    expect(run).toMatchObject({ exitCode: 0 });
    expect(run.stdout).toContain('-            "State": "pending",\n+            "State": "available",');
    expect(run.stderr.split('\n').filter((line) => line.startsWith('updated'))).toHaveLength(2);
    // A key that was gone comes back in the place that the CLI gives it.
    expect(pagesOf(project)).toEqual(right);
  });

  test('leaves whole pages, in all languages the same, when it is killed', async () => {
    const project = copyOfProject();
    const right = pagesOf(project);
    edit(project, STALE);
    const stale = pagesOf(project);
    await killedInTheMiddle(project);
    for (const [file, text] of Object.entries(pagesOf(project)))
      expect([right[file], stale[file]]).toContain(text);
    finishInterruptedChanges(project);
    const after = JSON.stringify(pagesOf(project));
    expect([JSON.stringify(right), JSON.stringify(stale)]).toContain(after);
  });
});

/** Leaves the files of an earlier run that was killed when all was ready to be put in place. */
function interrupt(project: string): void {
  const folder = join(project, '.tejun-update');
  mkdirSync(folder);
  writeFileSync(join(folder, 'owner'), '99999999');
  writeFileSync(join(folder, '0'), 'new');
  writeFileSync(join(project, 'docs/earlier.mdx'), 'old');
  writeFileSync(join(folder, 'commit.json'), JSON.stringify([{ target: 'docs/earlier.mdx', staged: '0' }]));
}

/** As near to the writing as can be seen from outside; where it is missed, all is written or nothing. */
async function killedInTheMiddle(project: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'bin/tejun.js'), 'doctest', '--update', 'run-commands'],
    { cwd: project, stdio: 'ignore' },
  );
  const dead = new Promise((resolve) => child.once('exit', resolve));
  for (let waited = 0; waited < 30_000 && !existsSync(join(project, '.tejun-update')); waited += 1) {
    if (child.exitCode !== null) break;
    await setTimeout(1);
  }
  child.kill('SIGKILL');
  await dead;
}
