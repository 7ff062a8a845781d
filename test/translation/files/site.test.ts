import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../../src/cli/index.ts';
import { contents } from '../../cli/tejun.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/translation/', import.meta.url));
const sites = readdirSync(fixtures);
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

/** A copy of a site in a repository of its own, whose git has what stands in `history/`. */
function siteOf(name: string): string {
  const root = mkdtempSync(join(tmpdir(), 'tejun-translation-'));
  folders.push(root);
  cpSync(join(fixtures, name), root, { recursive: true });
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root });
  git('init', '-q');
  const history = join(root, 'history');
  if (sites.includes(name) && readdirSync(root).includes('history')) {
    for (const file of readdirSync(history)) git('hash-object', '-w', join(history, file));
  }
  return root;
}

/** Returns the output of a command, and its exit code. */
async function i18n(root: string, ...args: string[]): Promise<string> {
  const lines: string[] = [];
  const note = (text = '') => void lines.push(text);
  vi.spyOn(console, 'log').mockImplementation(note);
  vi.spyOn(console, 'error').mockImplementation(note);
  vi.stubEnv('NO_COLOR', '1');
  vi.stubEnv('GITHUB_ACTIONS', '');
  const code = await main(['i18n', ...args, '--root', root]);
  return `${lines.join('\n')}\n\nexit code ${code}\n`;
}

const translationsIn = (root: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(contents(root))
      .filter(([path]) => path.includes('/i18n/'))
      .map(([path, text]) => [path.slice(root.length + 1), text]),
  );

describe.for(sites)('%s', (name) => {
  const expected = (file: string): string => join(fixtures, name, 'expected', file);

  test('status, of pages and headings', async () => {
    const root = siteOf(name);
    await expect(await i18n(root, 'status', '--headings')).toMatchFileSnapshot(expected('status.txt'));
    const { pages } = JSON.parse((await i18n(root, 'status', '--json')).split('\n\nexit code')[0] ?? '');
    const states = pages.map(
      ({ page, locale, state }: Record<string, string>) => `${locale} ${page} ${state}`,
    );
    await expect(`${states.join('\n')}\n`).toMatchFileSnapshot(expected('states.txt'));
  });

  test('check', async () => {
    await expect(await i18n(siteOf(name), 'check')).toMatchFileSnapshot(expected('check.txt'));
  });

  test('sync, after which check is content with the commands', async () => {
    const root = siteOf(name);
    const before = translationsIn(root);
    await expect(await i18n(root, 'sync')).toMatchFileSnapshot(expected('sync.txt'));
    const after = translationsIn(root);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [file, text] of Object.entries(after)) {
      if (text !== before[file]) await expect(text).toMatchFileSnapshot(expected(`synced/${file}`));
    }
    expect(await i18n(root, 'check')).not.toContain('differ');
    expect(await i18n(root, 'sync')).toContain('nothing to fix');
    expect(translationsIn(root)).toEqual(after);
  });
});

test('accept makes a stale page fresh, and says so in its front matter only', async () => {
  const root = siteOf('stale');
  const file = 'i18n/en/docusaurus-plugin-content-docs/current/course/list.mdx';
  const before = translationsIn(root)[file] ?? '';
  expect(await i18n(root, 'accept', 'list')).toBe(`${file}  fresh\n\nexit code 0\n`);
  const after = translationsIn(root)[file] ?? '';
  const rest = (text: string): string => text.replace(/^ {2}translation:\n(?: {4}.*\n)*/m, '');
  expect(after).not.toBe(before);
  expect(rest(after)).toBe(rest(before));
  expect(after).toContain('    - heading: prepare\n      prose: ');
  expect(await i18n(root, 'status')).toContain('1 of 1 pages fresh');
});

test.for([
  [['accept'], 'Name the pages'],
  [['accept', 'lisst'], 'Did you mean list?'],
  [['status', '--locale', 'ko'], 'The pages are written in: en.'],
  [['new', 'en'], 'en is there already'],
  [['new', 'ja'], 'ja is the language that pages are written in first'],
  [['new', '../ko'], 'is no language tag'],
  [['new', 'en', 'list'], 'have a translation already'],
] as const)('%j is refused: %s', async ([args, reason]) => {
  const root = siteOf('ja-and-en');
  const before = contents(join(root, 'i18n'));
  const said = await i18n(root, ...args);
  expect(said).toContain(reason);
  expect(said).toContain('exit code 2');
  expect(contents(join(root, 'i18n'))).toEqual(before);
});

test('a translation with another extension is none: Docusaurus would not show it', async () => {
  const root = siteOf('ja-and-en');
  const file = join(root, 'i18n/en/docusaurus-plugin-content-docs/current/course/list');
  cpSync(`${file}.mdx`, `${file}.md`);
  expect(await i18n(root, 'check')).toContain('There is no docs/course/list.md that');
  rmSync(`${file}.mdx`);
  const said = await i18n(root, 'status');
  expect(said).toMatch(/missing +course\/list/);
  expect(said).toMatch(/orphan +course\/list/);
});

describe('files that are no pages', () => {
  const translations = 'i18n/en/docusaurus-plugin-content-docs/current';

  test('a folder that is called like a page is none', async () => {
    const root = siteOf('ja-and-en');
    mkdirSync(join(root, 'docs/folder.mdx'));
    expect(await i18n(root, 'status')).toBe(await i18n(siteOf('ja-and-en'), 'status'));
  });

  test.for(['status', 'sync', 'check', 'accept'])(
    '%s says in a line which file cannot be read',
    async (command) => {
      const root = siteOf('ja-and-en');
      symlinkSync('nowhere', join(root, translations, 'broken.mdx'));
      const said = await i18n(root, command, ...(command === 'accept' ? ['broken'] : []));
      expect(said).toMatch(
        /^i18n\S*broken\.mdx:1:1 {2}The file is a link that leads nowhere\.[\s\S]*exit code 2\n$/,
      );
    },
  );
});
