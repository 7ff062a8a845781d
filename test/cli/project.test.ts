import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EN, folderOf } from '../project/folders.ts';
import { contents, tejun } from './tejun.ts';

const page = (command: string) => `---\ntitle: A page\n---\n\n\`\`\`bash command\n${command}\n\`\`\`\n`;
const prose = '---\ntitle: A page\n---\n\nText.\n';
const account = "id: '123456789012'\n";

describe('one way to find, read and name pages', () => {
  test('with English as the source language, doctest runs the Japanese translation', async () => {
    const root = folderOf({
      'i18n/locales.json': '{ "en": { "label": "English" }, "ja": { "label": "日本語" } }',
      'docs/c/_account.yaml': account,
      'docs/c/a.mdx': page('true'),
      'i18n/ja/docusaurus-plugin-content-docs/current/c/a.mdx': page('false'),
    });
    const run = await tejun(['doctest', '--reporter', 'json'], root);
    expect(run.exitCode).toBe(1);
    const { pages } = JSON.parse(run.stdout) as { pages: { locale: string; steps: { status: string }[] }[] };
    expect(pages.map(({ locale, steps }) => [locale, steps[0]?.status])).toEqual([
      ['en', 'passed'],
      ['ja', 'failed'],
    ]);
  });

  test('i18n accept refuses a name that two courses have, as doctest does', async () => {
    const root = folderOf({
      'docs/a/clean-up.mdx': prose,
      'docs/b/clean-up.mdx': prose,
      [`${EN}/a/clean-up.mdx`]: prose,
      [`${EN}/b/clean-up.mdx`]: prose,
    });
    const before = contents(root);
    const said = '"clean-up" could be any of these pages: a/clean-up, b/clean-up. Write one of them in full.';
    for (const args of [['i18n', 'accept'], ['i18n', 'status'], ['i18n', 'sync'], ['doctest']]) {
      const run = await tejun([...args, 'clean-up'], root);
      expect(run, args.join(' ')).toMatchObject({ exitCode: 2, stderr: said });
    }
    expect(contents(root)).toEqual(before);
    expect((await tejun(['i18n', 'accept', 'b/clean-up', '--locale', 'en'], root)).exitCode).toBe(0);
  });

  test('every command names a page that is UTF-16, and refuses it', async () => {
    const root = folderOf({ 'docs/c/a.mdx': Buffer.from(`\ufeff${prose}`, 'utf16le') });
    for (const args of [['doctest'], ['lint'], ['i18n', 'status'], ['i18n', 'check']]) {
      const run = await tejun(args, root);
      expect(run.exitCode, args.join(' ')).toBe(2);
      expect(run.stderr, args.join(' ')).toContain('docs/c/a.mdx:1:1  The file is not UTF-8 text.');
    }
  });

  test('the lock file of an editor and a folder called like a page change nothing', async () => {
    const root = folderOf({ 'docs/c/a.mdx': prose, 'docs/c/folder.mdx/note.txt': '' });
    symlinkSync('writer@host.4711:1764439200', join(root, 'docs/c/.#a.mdx'));
    for (const args of [['doctest'], ['lint'], ['i18n', 'status'], ['i18n', 'check']])
      expect(await tejun(args, root), args.join(' ')).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('doctest --update and --record do not write through a link out of the project', async () => {
    const stale = `${page('echo new').trimEnd()}\n\n\`\`\`text result match=contains\nnew\nold\n\`\`\`\n`;
    const outside = folderOf({ 'page.mdx': stale });
    const root = folderOf({ 'docs/c/_account.yaml': account });
    symlinkSync(join(outside, 'page.mdx'), join(root, 'docs/c/a.mdx'));
    const run = await tejun(['doctest', '--update'], root);
    expect(run.exitCode).not.toBe(0);
    expect(contents(outside)).toEqual({ [join(outside, 'page.mdx')]: stale });
  });
});
