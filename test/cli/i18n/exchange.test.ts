import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf } from '../../project/folders.ts';
import { contents, projectRoot, tejun } from '../tejun.ts';

const SITE = join(projectRoot, 'test/fixtures/translation/korean-and-chinese');
const translation = (locale: string) =>
  `i18n/${locale}/docusaurus-plugin-content-docs/current/course/list.mdx`;

/** A copy of a project in Japanese with a Korean translation that is accepted and a Chinese one by machine. */
function site(without: readonly string[] = []): string {
  const files = Object.entries(contents(SITE)).map(
    ([path, text]) => [path.slice(SITE.length + 1), text] as const,
  );
  return folderOf(Object.fromEntries(files.filter(([file]) => !without.includes(file))));
}

const i18n = (root: string, ...args: string[]) => tejun(['i18n', ...args], root);
const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

test.for([
  ['ko', 'xliff'],
  ['ko', 'po'],
  ['zh-Hans', 'xliff'],
  ['zh-Hans', 'po'],
])('%s as %s: out and in again changes no file', async ([locale = '', format = '']) => {
  const root = site();
  const before = contents(root);
  const out = await i18n(root, 'export', '--locale', locale, '--format', format, '--out', 'texts');
  expect([out.stderr, out.exitCode]).toEqual([`1 page, 12 texts, ${locale === 'ko' ? 0 : 12} to do.`, 0]);
  const back = await i18n(root, 'import', 'texts');
  expect([back.stdout, back.stderr, back.exitCode]).toEqual(['Nothing has changed.', '', 0]);
  const { [join(root, 'texts')]: _, ...after } = contents(root);
  expect(after).toEqual(before);
});

test.skipIf(!existsSync('/dev/full'))('a file that cannot be written is named', async () => {
  const { stderr, exitCode } = await i18n(site(), 'export', '--locale', 'ko', '--out', '/dev/full');
  expect(stderr).toBe('/dev/full could not be written: ENOSPC: no space left on device, write.');
  expect(exitCode).toBe(2);
});

test.for(['xliff', 'po'])(
  'a page that is missing comes back from %s, and is fresh once accepted',
  async (format) => {
    const whole = site();
    await i18n(whole, 'export', '--locale', 'ko', '--format', format, '--out', 'texts');
    const root = site([translation('ko')]);
    writeFileSync(join(root, 'texts'), read(whole, 'texts'));
    const { stdout, exitCode } = await i18n(root, 'import', 'texts', '--accept');
    expect([stdout, exitCode]).toEqual([`${translation('ko')}  12 texts, fresh\n1 file written.`, 0]);
    // A label is written again as YAML has it; what it says is the same.
    expect(read(root, translation('ko'))).toContain(read(whole, translation('ko')).split('---\n')[2]);
    const status = JSON.parse((await i18n(root, 'status', '--json', '--locale', 'ko')).stdout);
    expect(status.pages[0]).toMatchObject({ state: 'fresh', problems: [] });
  },
);

test('what a machine has translated is not accepted as long as the file says that nobody has read it', async () => {
  const root = site();
  await i18n(root, 'export', '--locale', 'zh-Hans', '--format', 'po', '--out', 'texts');
  const before = read(root, translation('zh-Hans'));
  const { stdout } = await i18n(root, 'import', 'texts', '--accept');
  expect(stdout).toContain('0 texts, not accepted: not every text has been reviewed');
  expect(read(root, translation('zh-Hans'))).toBe(before);
  writeFileSync(join(root, 'texts'), read(root, 'texts').replaceAll('#, fuzzy\n', ''));
  expect((await i18n(root, 'import', 'texts', '--accept')).stdout).toContain('0 texts, fresh');
  expect(read(root, translation('zh-Hans'))).not.toContain('state: machine');
});

test('a program fills in a page, which is then by machine; another run asks for nothing', async () => {
  const root = site([translation('zh-Hans')]);
  const program = join(root, 'translate.mjs');
  writeFileSync(
    program,
    `import { text } from 'node:stream/consumers';
     const { from, to, page, texts } = JSON.parse(await text(process.stdin));
     if (from !== 'ja' || to !== 'zh-Hans' || page !== 'docs/course/list.mdx') process.exit(9);
     console.log(JSON.stringify({ texts: texts.map(({ id, text }) => ({ id, text: '译文' + text.length })) }));`,
  );
  const fill = ['fill', '--locale', 'zh-Hans', '--with', `node ${program}`];
  const { stdout, exitCode } = await i18n(root, ...fill);
  expect([stdout, exitCode]).toEqual([
    `${translation('zh-Hans')}  0 texts from earlier translations, 12 by the command, 0 left`,
    0,
  ]);
  expect((await i18n(root, 'status')).stdout).toMatch(/machine +course\/list/);
  expect((await i18n(root, 'check', 'list')).exitCode).toBe(0);
  expect((await i18n(root, ...fill)).stdout).toBe('');
});

test.for([
  ['exit 3', 'ended with exit code 3'],
  ['echo no', 'printed no JSON'],
  ['echo {}', 'printed no list "texts"'],
  ['echo \'{"texts":[{"id":1}]}\'', 'printed a text without "id" or "text"'],
])('a command that fails (%s) is named, and nothing is written', async ([command = '', reason = '']) => {
  const root = site([translation('zh-Hans')]);
  const before = contents(root);
  const { stderr, exitCode } = await i18n(root, 'fill', '--locale', 'zh-Hans', '--with', command);
  expect(stderr).toContain(`docs/course/list.mdx: \`${command}\` ${reason}`);
  expect(exitCode).toBe(2);
  expect(contents(root)).toEqual(before);
});

test('one language at a time, and only one that the project has', async () => {
  const root = site();
  expect((await i18n(root, 'export')).stderr).toContain('More than one language is meant (ko, zh-Hans)');
  writeFileSync(join(root, 'fr.po'), 'msgid ""\nmsgstr "Language: fr\\n"\n');
  const { stderr, exitCode } = await i18n(root, 'import', 'fr.po');
  expect([stderr, exitCode]).toEqual(['fr.po is in fr: this project has ko, zh-Hans.', 2]);
});
