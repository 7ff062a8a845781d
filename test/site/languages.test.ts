import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileAt } from './built-site.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const COPIED = ['i18n', 'plugins', 'src', 'static', 'verified'];
const FILES = ['docusaurus.config.ts', 'package.json', 'sidebars.ts', 'tsconfig.json'];
const COURSE = 'sts-session-token';
const EN = `i18n/en/docusaurus-plugin-content-docs/current/${COURSE}`;
let root: string;

/**
 * This site, one of whose pages has changed since it was translated, one is not translated, one was not reviewed; and
 * a third language whose words are told apart by rules of their own.
 */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'tejun-languages-'));
  for (const name of [...COPIED, ...FILES])
    cpSync(join(project, name), join(root, name), { recursive: true });
  // One course is enough, and what is written beside it is not counted.
  cpSync(join(project, 'docs', COURSE), join(root, 'docs', COURSE), { recursive: true });
  const pages = join(root, EN, '..');
  for (const name of readdirSync(pages)) if (name !== COURSE) rmSync(join(pages, name), { recursive: true });
  // The last page and the foot of each page lead to what was left out.
  edit(`docs/${COURSE}/clean-up.mdx`, (text) =>
    text.replace(/pagination_next: .*\n/, '').replace(/\]\(\.\.\/[\w-]+\/index\.mdx\)/, '](./index.mdx)'),
  );
  edit('src/theme/Footer/index.tsx', (text) => text.replace('/docs/writing/page-syntax', '/docs'));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  await execa('git', ['init', '-q'], { cwd: root });
  await execa('git', ['add', 'docs'], { cwd: root });
  edit(`docs/${COURSE}/run-commands.mdx`, (text) =>
    text.replace('{/* #within-validity */}\n', '{/* #within-validity */}\n\n原文に足した文です。\n'),
  );
  edit(`${EN}/get-session-token.mdx`, (text) => text.replace(/ {2}translation:\n(?: {4}.*\n)+/, ''));
  rmSync(join(root, EN, 'clean-up.mdx'));
  await execa('node', [join(project, 'bin/tejun.js'), 'i18n', 'new', 'zh-Hans', 'index'], { cwd: root });
  await build('--locale', 'en', '--locale', 'zh-Hans');
}, 600_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(join(root, file), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(root, file), changed);
}

const build = (...options: string[]) =>
  execa('npx', ['docusaurus', 'build', ...options], {
    cwd: root,
    env: { NODE_ENV: 'production' },
    all: true,
  });

function read(path: string): string {
  const file = fileAt(join(root, 'build'), path);
  if (!file) throw new Error(`${path} is not in the built site`);
  // React marks where one text ends and the next begins.
  return readFileSync(file, 'utf8').replaceAll('<!-- -->', '');
}

const banner = (page: string, prefix = '/en'): string | undefined =>
  /<aside[^>]*data-translation=.*?<\/aside>/.exec(
    read(join(`${prefix}/docs`, COURSE, page === 'index' ? '' : page).replace(/\/$/, '')),
  )?.[0];

/** Of the status page: language after language, page after page. */
const rows = (language: string, path: string): string[] => {
  const section = new RegExp(`<section aria-labelledby="?language-${language}.*?</section>`).exec(
    read(path),
  )?.[0];
  return [...(section ?? '').matchAll(/<li[^>]*data-page=.*?(?=<li[^>]*data-page=|<\/ul><\/section>)/g)].map(
    ([row]) => row,
  );
};
const row = (page: string, language: string, path: string): string =>
  rows(language, path).find((one) => one.includes(`data-page=${COURSE}/${page}>`)) ?? '';

describe('the banner of a page', () => {
  it('says that the original has changed, with links to it and to what has changed', () => {
    const stale = banner('run-commands');
    expect(stale).toContain('data-translation=stale');
    expect(stale).toContain('The original has changed since this page was translated.');
    expect(stale).toMatch(/<a href=\/docs\/sts-session-token\/run-commands lang=ja/);
    expect(stale).toContain('Headings with changes (1)');
    expect(stale).toContain('<a href=#within-validity>Before the token expires</a>');
    expect(read(`/en/docs/${COURSE}/run-commands`)).toContain('id=within-validity');
  });

  it('says that the original is shown where there is no translation', () => {
    expect(banner('clean-up')).toContain('data-translation=missing');
    expect(banner('clean-up')).toContain('href=/en/translations');
    expect(banner('run-commands', '/zh-Hans')).toContain('data-translation=missing');
  });

  it('is not there where there is nothing to say', () => {
    expect(banner('index')).toBeUndefined();
    expect(banner('get-session-token')).toBeUndefined();
  });
});

describe('/translations', () => {
  it.each<[page: string, state: string, next: string, edit: string]>([
    ['index', 'fresh', '', `${EN}/index.mdx`],
    ['clean-up', 'missing', `npm run i18n -- new en ${COURSE}/clean-up`, `docs/${COURSE}/clean-up.mdx`],
    [
      'get-session-token',
      'untracked',
      `npm run i18n -- accept ${COURSE}/get-session-token --locale en`,
      `${EN}/get-session-token.mdx`,
    ],
    [
      'run-commands',
      'stale',
      `npm run i18n -- accept ${COURSE}/run-commands --locale en`,
      `${EN}/run-commands.mdx`,
    ],
  ])('shows %s as %s, what to do and where', (page, state, next, file) => {
    const found = row(page, 'en', '/en/translations');
    expect(found).toContain(`data-state=${state}>`);
    if (next) expect(found).toContain(`<code>${next}</code>`);
    else expect(found).not.toContain('npm run');
    expect(found).toMatch(new RegExp(`/edit/main/${file}\\b`));
  });

  it('lists the Markdown among the pages of the site', () => {
    const found = rows('en', '/en/translations').find((one) =>
      one.includes('data-page=src/pages/differences>'),
    );
    expect(found).toContain('href=/en/differences>');
    expect(found).toContain('data-state=fresh>');
  });

  it('names the headings that have changed', () => {
    expect(row('run-commands', 'en', '/en/translations')).toContain(
      'Headings with changes: Before the token expires',
    );
  });

  it('counts the pages of every language', () => {
    expect(read('/en/translations')).toContain('<strong>2</strong> of 5 pages are up to date.');
    expect(read('/en/translations')).toContain('<strong>0</strong> of 5 pages are up to date.');
    expect(rows('zh-Hans', '/en/translations')).toHaveLength(5);
  });
});

it('is built in a third language whose words search tells apart by rules of its own', () => {
  expect(read('/zh-Hans/translations')).toMatch(/<html[^>]* lang="?zh-Hans/);
  expect(read('/en/translations')).toContain('简体中文');
  expect(fileAt(join(root, 'build'), '/zh-Hans/docs')).toBeDefined();
});

it('is not built with a command that a translation has changed', async () => {
  edit(`${EN}/run-commands.mdx`, (text) => text.replace('export AWS_PROFILE=', 'export AWS_PROFIL='));
  const { exitCode, all } = await execa('npx', ['docusaurus', 'build', '--locale', 'en'], {
    cwd: root,
    env: { NODE_ENV: 'production' },
    all: true,
    reject: false,
  });
  expect(exitCode).toBe(1);
  expect(all).toMatch(/run-commands\.mdx:\d+:1 {2}This "bash env" differs from docs\/sts-session-token/);
}, 600_000);
