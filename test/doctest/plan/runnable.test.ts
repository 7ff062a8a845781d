import { expect, test } from 'vitest';
import { runnablePages } from '../../../src/doctest/plan/runnable.ts';
import type { Page, Problem } from '../../../src/procedure/index.ts';
import type { Project } from '../../../src/project/index.ts';
import { aPage } from '../pages.ts';

const problemIn = (file: string): Problem => ({
  file,
  line: 1,
  column: 1,
  code: 'x',
  message: `${file} is wrong.`,
  fix: '',
});

function divided(pages: readonly Page[], wrong: readonly string[]) {
  const problems = wrong.map(problemIn);
  const locales = { source: 'ja', translations: ['en'], settings: {} };
  const project: Project = { locales, pages, problems, broken: new Map(), warnings: [] };
  const files = pages.map(({ id, file, locale }) => ({
    ...{ id, file, locale, kind: 'page' as const },
    ...(locale === 'ja' ? {} : { isTranslation: true as const }),
  }));
  const found = runnablePages('/nowhere', project, files);
  return (
    found && {
      runs: found.pages.map(({ file }) => file),
      blocked: found.blocked.map(({ page, by }) => `${page.file} by ${by.file}`),
    }
  );
}

const [a, b, c] = [aPage('a'), aPage('b', ['a']), aPage('c', ['b'])];

test('a problem stops its own page, and all that build on it', () => {
  expect(divided([a, b, c, aPage('d')], [a.file])).toEqual({
    runs: ['docs/course/d.mdx'],
    blocked: ['docs/course/b.mdx by docs/course/a.mdx', 'docs/course/c.mdx by docs/course/a.mdx'],
  });
});

test('a problem of a source stops translations that require it', () => {
  const translated = aPage('b', ['a'], 1, 'en');
  expect(divided([a, translated], [a.file])?.blocked).toEqual([`${translated.file} by ${a.file}`]);
});

test('a problem of an account stops its pages', () => {
  expect(divided([a, b], ['docs/course/_account.yaml'])?.runs).toEqual([]);
});

test('a problem that belongs to no page may concern all', () => {
  expect(divided([a], ['i18n/locales.json'])).toBeUndefined();
});
