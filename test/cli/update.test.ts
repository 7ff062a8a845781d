import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { copyOfProject } from './projects.ts';
import { contents, projectRoot, tejun } from './tejun.ts';

const PAGE = 'sts-session-token/run-commands.mdx';
const LANGUAGES = ['docs', 'i18n/en/docusaurus-plugin-content-docs/current'];

/** Makes examples stale, in all languages or in some. */
function edit(
  project: string,
  edits: readonly (readonly [string, string])[],
  languages = LANGUAGES,
  page = PAGE,
): void {
  for (const language of languages) {
    const path = join(project, language, page);
    const before = readFileSync(path, 'utf8');
    const after = edits.reduce((text, [from, to]) => text.replace(from, to), before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
  }
}

const STALE = [
  ['"State": "available"', '"State": "pending"'],
  ['"InstanceTenancy": "default",\n', ''],
  ['09:00:00 example-bucket', '09:00:00 old-bucket'],
  ['The provided token has expired.', 'The token has expired.'],
] as const;

/** Pages of a project, by their paths in it. */
const pagesOf = (project: string): Record<string, string> =>
  Object.fromEntries(
    ['docs', 'i18n'].flatMap((folder) =>
      Object.entries(contents(join(project, folder))).map(([path, text]) => [
        path.slice(project.length + 1),
        text,
      ]),
    ),
  );

describe('tejun doctest --update', () => {
  test('writes stale results into the pages of all languages, and nothing else', async () => {
    const project = copyOfProject();
    const right = pagesOf(project);
    edit(project, STALE);
    const run = await tejun(['doctest', '--update', 'run-commands'], project);
    expect(run).toMatchObject({ exitCode: 0 });
    expect(run.stdout).toContain('-            "State": "pending",\n+            "State": "available",');
    expect(run.stderr.split('\n').filter((line) => line.startsWith('updated'))).toHaveLength(2);
    const { [`docs/${PAGE}`]: page, ...others } = pagesOf(project);
    // A key that was gone comes back in the place that the CLI gives it.
    expect(page).toBe(right[`docs/${PAGE}`]);
    expect({ ...others, [`docs/${PAGE}`]: page }).toEqual(right);
  });

  test('writes nothing of a wrong run', async () => {
    const project = copyOfProject();
    edit(project, [
      ['(InvalidClientTokenId)', '(AccessDenied)'],
      ['aws s3 ls \n', 'aws s3 ls s3://somebody-elses-bucket\n'],
    ]);
    const before = pagesOf(project);
    const run = await tejun(['doctest', '--update', 'run-commands'], project);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('Nothing was written');
    expect(pagesOf(project)).toEqual(before);
  });

  test('makes a translation follow its source, or leaves both', async () => {
    const project = copyOfProject();
    const right = pagesOf(project);
    edit(project, STALE.slice(0, 1), LANGUAGES.slice(1));
    expect(await tejun(['doctest', '--update', 'run-commands'], project)).toMatchObject({ exitCode: 0 });
    expect(pagesOf(project)).toEqual(right);
  });

  test('--dry-run writes nothing', async () => {
    const project = copyOfProject();
    edit(project, STALE);
    const before = pagesOf(project);
    const run = await tejun(['doctest', '--update', '--dry-run', 'run-commands'], project);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('Nothing was written. Stale: docs/');
    expect(pagesOf(project)).toEqual(before);
  });
});

describe('a run that was killed while it wrote', () => {
  const staged = (project: string, isCommitted: boolean): string => {
    const folder = join(project, '.tejun-update');
    mkdirSync(folder);
    writeFileSync(join(folder, 'owner'), '99999999');
    writeFileSync(join(folder, '1'), 'new');
    const target = (name: string): string => join(project, name);
    const list = [
      { target: target('a'), staged: '0' }, // done already
      { target: target('b'), staged: '1' },
    ];
    writeFileSync(target('a'), 'new');
    writeFileSync(target('b'), 'old');
    writeFileSync(join(folder, isCommitted ? 'commit.json' : 'commit.json.unfinished'), JSON.stringify(list));
    return folder;
  };

  test('is finished by the next one', async () => {
    const project = copyOfProject();
    const folder = staged(project, true);
    const run = await tejun(['doctest', '--target', 'recording', 'index'], project);
    expect(run).toMatchObject({ exitCode: 0, stderr: 'An interrupted --update has been finished: b' });
    expect([readFileSync(join(project, 'b'), 'utf8'), existsSync(folder)]).toEqual(['new', false]);
  });

  test('is forgotten where it had not come to writing', async () => {
    const project = copyOfProject();
    const folder = staged(project, false);
    await tejun(['doctest', '--target', 'recording', 'index'], project);
    expect([readFileSync(join(project, 'b'), 'utf8'), existsSync(folder)]).toEqual(['old', false]);
  });

  test('leaves whole pages, in all languages the same', async () => {
    const project = copyOfProject();
    const right = pagesOf(project);
    edit(project, STALE);
    const stale = pagesOf(project);
    const child = spawn(
      process.execPath,
      [join(projectRoot, 'bin/tejun.js'), 'doctest', '--update', 'run-commands'],
      {
        cwd: project,
        stdio: 'ignore',
      },
    );
    const dead = new Promise((resolve) => child.once('exit', resolve));
    // As near to the writing as can be seen from outside; where it is missed, all is written or nothing.
    for (let waited = 0; waited < 30_000 && !existsSync(join(project, '.tejun-update')); waited += 1) {
      if (child.exitCode !== null) break;
      await setTimeout(1);
    }
    child.kill('SIGKILL');
    await dead;
    for (const [file, text] of Object.entries(pagesOf(project)))
      expect([right[file], stale[file]]).toContain(text);
    await tejun(['doctest', '--target', 'recording', 'index'], project);
    const after = JSON.stringify(pagesOf(project));
    expect([JSON.stringify(right), JSON.stringify(stale)]).toContain(after);
  });
});
