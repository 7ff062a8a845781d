import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot, tejun } from './tejun.ts';

/** A project of these files, in a folder of its own. */
function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'tejun-lint-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

const account = "id: '210987654328'\n";
const page = (body: string) => `---\ntitle: A page\n---\n\n${body}\n`;

test('the pages of the project hold nothing that must not be published', async () => {
  const run = await tejun(['lint'], projectRoot);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  expect(run.stdout).toMatch(/^\d+ files, nothing to fix\.$/);
});

test('pages in both languages, account files and partials are read: exit code 1', async () => {
  const root = project({
    'docs/course/page.mdx': page('The account 210987654328.'),
    'docs/course/_partial.mdx': 'Write to taro@handson-mail.net.',
    'docs/course/_account.yaml': account,
    'i18n/en/docusaurus-plugin-content-docs/current/course/page.mdx': page('From 54.240.197.233.'),
    'src/no-page.txt': '54.240.197.233',
  });
  const run = await tejun(['lint'], root);
  expect(run).toMatchObject({ exitCode: 1, stderr: '' });
  expect(run.stdout.split('\n').filter((line) => /^\S+:\d/.test(line))).toEqual([
    'docs/course/page.mdx:5:13  210987654328 looks like the number of a real AWS account.',
    'i18n/en/docusaurus-plugin-content-docs/current/course/page.mdx:5:6  54.240.197.233 may be the address of a real machine.',
    'docs/course/_account.yaml:1:6  210987654328 looks like the number of a real AWS account.',
    'docs/course/_partial.mdx:1:10  taro@handson-mail.net may be the address of a real person.',
  ]);
});

test('a link to a page that `i18n mv` has moved names its new place, with the anchor', async () => {
  const root = project({
    'docs/course/old.mdx': page('## Make {/* #make */}'),
    'docs/course/page.mdx': page('Text.'),
  });
  expect((await tejun(['i18n', 'mv', 'course/old', 'course/new'], root)).exitCode).toBe(0);
  writeFileSync(join(root, 'docs/course/page.mdx'), page('[As before](./old.mdx#make)'));
  const run = await tejun(['lint'], root);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('docs/course/page.mdx:5:1  This link leads to the old place of a page');
  expect(run.stdout).toContain('Write "./new.mdx#make".');
});

test('what the course does counts when one page of it is asked about', async () => {
  const root = project({
    'docs/course/_account.yaml': "id: '123456789012'\n",
    'docs/course/a.mdx': page("```bash env\nexport AWS_PROFILE='handson'\n```"),
    'docs/course/b.mdx': page('210987654328'),
  });
  const run = await tejun(['lint', 'docs/course/a.mdx'], root);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('docs/course/a.mdx:6:1  AWS_PROFILE, exported here,');
  expect(run.stdout).toContain('1 problem in 1 file.');
});

test('a draft needs no project; what is not there and a page that cannot be read are exit code 2', async () => {
  const root = project({ 'draft.txt': 'arn:aws:iam::210987654328:root', 'docs/course/page.mdx': page('{') });
  expect((await tejun(['lint', 'draft.txt'], root)).exitCode).toBe(1);
  const missing = await tejun(['lint', 'nowhere'], root);
  expect(missing).toMatchObject({ exitCode: 2, stdout: '', stderr: 'There is no file or folder nowhere.' });
  const unreadable = await tejun(['lint'], root);
  expect(unreadable).toMatchObject({ exitCode: 2, stdout: '' });
  expect(unreadable.stderr).toMatch(/^docs\/course\/page\.mdx:6:1 {2}This is not valid MDX/);
});

test('--fix makes the corrections that need no decision, and reports the rest', async () => {
  const body = (first: string, second: string) =>
    page(`1. Do it.\n\n   \`\`\`bash command\n   ${first}\n   ${second}\n   \`\`\`\n`);
  const root = project({
    'docs/course/page.mdx': body(
      '$ aws\u3000s3 ls',
      'echo \u201ca\u201d\u00a0\u2014x \uff06\uff06 true\u200b',
    ),
    'docs/course/_account.yaml': "id: '123456789012'\nusers: [{ name: alice, accessKeys: 1 }]\n",
  });
  const run = await tejun(['lint', '--fix'], root);
  expect(run).toMatchObject({ exitCode: 1, stderr: '' });
  expect(run.stdout).toContain('fixed  docs/course/page.mdx  (8)');
  expect(run.stdout).toContain('Write -- or -. (full-width)');
  expect(readFileSync(join(root, 'docs/course/page.mdx'), 'utf8')).toBe(
    body('aws s3 ls', 'echo "a" \u2014x && true'),
  );
});
