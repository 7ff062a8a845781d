import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/index.ts';
import { contents, projectRoot, tejun } from './tejun.ts';

const root = mkdtempSync(join(tmpdir(), 'tejun-new-'));
const EN = 'i18n/en/docusaurus-plugin-content-docs/current';
const run = (...args: string[]) => tejun(args, root);

beforeAll(() => {
  // A site without a course.
  cpSync(join(projectRoot, 'i18n'), join(root, 'i18n'), {
    recursive: true,
    filter: (path) => !/plugin-content-(?:docs|pages)\//.test(path),
  });
  mkdirSync(join(root, 'docs'));
});

test('a course and its pages, as they are, pass doctest; lint names what is still to be written', async () => {
  const course = await run('new', 'course', 's3-buckets');
  expect(course).toMatchObject({ exitCode: 0, stderr: '' });
  expect(course.stdout.split('\n').slice(0, 3)).toEqual([
    'docs/s3-buckets/index.mdx',
    `${EN}/s3-buckets/index.mdx`,
    'docs/s3-buckets/_account.yaml',
  ]);
  expect((await run('new', 'page', 's3-buckets/make-bucket')).exitCode).toBe(0);
  expect((await run('new', 'page', 's3-buckets/clean-up')).exitCode).toBe(0);

  const page = readFileSync(join(root, 'docs/s3-buckets/make-bucket.mdx'), 'utf8');
  expect(page).toContain('title: 新しい手順 (make-bucket)\nsidebar_position: 2\n');
  expect(readFileSync(join(root, EN, 's3-buckets/clean-up.mdx'), 'utf8')).toContain(
    '\nsidebar_position: 3\n',
  );

  const doctest = await run('doctest', '--reporter', 'json');
  expect(doctest.exitCode, doctest.stdout + doctest.stderr).toBe(0);
  expect(JSON.parse(doctest.stdout).totals).toMatchObject({ passed: 20, failed: 0, skipped: 0 });
  const lint = await run('lint');
  expect(lint.exitCode).toBe(1);
  const found = [...lint.stdout.matchAll(/^ +.*\((.+)\)$/gm)].map(([, rule]) => rule);
  // In each language eight texts of the course, and four of each page.
  expect(found, lint.stdout).toEqual(Array(2 * (8 + 2 * 4)).fill('unwritten'));
});

test('the English page is up to date with the Japanese one', async () => {
  const status = await run('i18n', 'status', '--json');
  expect(status.exitCode, status.stderr).toBe(0);
  const states = [...status.stdout.matchAll(/"state": "([\w-]+)"/g)].map(([, state]) => state);
  expect(new Set(states)).toEqual(new Set(['fresh']));
  const check = await run('i18n', 'sync', '--check');
  expect(check.exitCode, check.stdout + check.stderr).toBe(0);
});

test('nothing is written over', async () => {
  const before = contents(root);
  const course = await run('new', 'course', 's3-buckets');
  expect(course).toMatchObject({ exitCode: 2, stdout: '' });
  expect(course.stderr).toContain('is there already');
  const page = await run('new', 'page', 's3-buckets/make-bucket');
  expect(page.exitCode).toBe(2);
  expect(page.stderr).toContain(
    `docs/s3-buckets/make-bucket.mdx and ${EN}/s3-buckets/make-bucket.mdx is there already`,
  );
  // One of the two is enough.
  writeFileSync(join(root, EN, 's3-buckets/only-english.mdx'), 'mine');
  expect((await run('new', 'page', 's3-buckets/only-english')).exitCode).toBe(2);
  expect(contents(root)).toEqual({ ...before, [join(root, EN, 's3-buckets/only-english.mdx')]: 'mine' });
});

test.for([
  [['course', 'S3 Buckets'], 'should be small letters and digits'],
  [['course', '../outside'], 'should be small letters and digits'],
  [['course', 'index'], 'the overview of a course'],
  [['account', 's3-buckets'], 'is there already'],
  [['account', '../outside.yaml'], 'is outside of the project'],
  [['page', 'make-bucket'], 'should be a course and a page'],
  [['page', 's3-buckets/a/b'], 'should be a course and a page'],
  [['page', 's3-buckets/_partial'], 'should be small letters and digits'],
  [['page', 's3-buckets/index'], 'the overview of a course'],
  [['page', 'no-course/make-bucket'], 'There is no course docs/no-course'],
] as const)('%j is refused', async ([args, reason]) => {
  const error = vi.spyOn(console, 'error').mockReturnValue();
  expect(await main(['new', ...args, '--root', root])).toBe(2);
  expect(error.mock.calls.flat().join('\n')).toContain(reason);
  error.mockRestore();
});

test('outside of a project, nothing is begun', async () => {
  const run = await tejun(['new', 'course', 'x'], mkdtempSync(join(tmpdir(), 'tejun-new-')));
  expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  expect(run.stderr).toContain('start in the project');
});
