import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../project/folders.ts';
import { tejun } from './tejun.ts';

const page = (command: string, settings = '') =>
  `---\ntitle: a page\n${settings}---\n\n\`\`\`bash command\n${command}\n\`\`\`\n`;
const ACCOUNT = "id: '123456789012'\n";
const BROKEN = 'This <tag is not closed.\n';
const PLACE = 'node_modules/.cache/tejun/pages';

function project(): string {
  const root = folderOf({
    'docs/a/_account.yaml': ACCOUNT,
    'docs/a/first.mdx': page('true'),
    'docs/b/_account.yaml': ACCOUNT,
    'docs/b/second.mdx': page('echo b'),
  });
  mkdirSync(join(root, 'node_modules'));
  return root;
}

test('parsed pages are kept, used, and parsed again where they changed or were damaged', async () => {
  const root = project();
  const plan = () => tejun(['doctest', '--plan'], root);
  const first = await plan();
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  const names = readdirSync(join(root, PLACE));
  expect(names).toHaveLength(4);
  expect(await plan()).toEqual(first);
  for (const name of names) writeFileSync(join(root, PLACE, name), '{"page":');
  expect(await plan()).toEqual(first);
  writeFileSync(join(root, 'docs/a/first.mdx'), page('echo changed'));
  expect((await plan()).stdout).toContain('echo changed');
  writeFileSync(join(root, 'docs/a/first.mdx'), BROKEN);
  expect(await plan()).toMatchObject({ exitCode: 2 });
  expect((await plan()).stderr).toContain('docs/a/first.mdx:1');
});

test('findings of lint are kept, and looked for again where a page has changed', async () => {
  const root = project();
  const lint = () => tejun(['lint'], root);
  const change = (body: string) => writeFileSync(join(root, 'docs/a/first.mdx'), page(body));
  change('echo 210987654328');
  const first = await lint();
  expect(first).toMatchObject({ exitCode: 1, stderr: '' });
  expect(first.stdout).toContain('docs/a/first.mdx:6:6  210987654328 looks like');
  // Two courses, an account file in each, and the links of each page.
  const kept = join(root, 'node_modules/.cache/tejun/lint');
  expect(readdirSync(kept)).toHaveLength(6);
  expect(await lint()).toEqual(first);
  for (const name of readdirSync(kept)) writeFileSync(join(kept, name), '[]');
  expect(await lint()).toEqual(first);
  expect((await tejun(['lint', '--lang', 'ja'], root)).stdout).toMatch(/210987654328.*[ぁ-ん]/);
  expect(await lint()).toEqual(first);
  change('echo nothing');
  expect(await lint()).toMatchObject({ exitCode: 0, stdout: '4 files, nothing to fix.' });
});

test('--no-cache keeps nothing', async () => {
  const root = project();
  for (const args of [['doctest', '--plan'], ['lint'], ['i18n', 'status']])
    expect(await tejun([...args, '--no-cache'], root), args.join(' ')).toMatchObject({ exitCode: 0 });
  expect(readdirSync(join(root, 'node_modules'))).toEqual([]);
});

test('a named page is read with its course and what that requires, and no other', async () => {
  const root = project();
  writeFileSync(join(root, 'docs/a/first.mdx'), BROKEN);
  writeFileSync(join(root, 'docs/b/third.mdx'), page('true', 'tejun: { requires: [b/second] }\n'));
  const named = await tejun(['doctest', '--plan', 'third'], root);
  expect(named).toMatchObject({ exitCode: 0, stderr: '' });
  expect(named.stdout).toContain('after b/second');
  expect(readdirSync(join(root, PLACE))).toHaveLength(3);
  writeFileSync(join(root, 'docs/b/third.mdx'), page('true', 'tejun: { requires: [a/first] }\n'));
  expect((await tejun(['doctest', '--plan', 'third'], root)).stderr).toContain('docs/a/first.mdx:1');
  expect((await tejun(['doctest', '--plan'], root)).exitCode).toBe(2);
});
