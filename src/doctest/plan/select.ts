import { relative, resolve } from 'node:path';
import { nearestFew, type Page } from '../../procedure/index.ts';
import { UsageError } from '../errors.ts';
import type { PlanOptions } from './types.ts';

export function selectLocales(
  known: readonly string[],
  { locales: asked, inOneLocale }: Pick<PlanOptions, 'locales' | 'inOneLocale'>,
): string[] {
  if (!asked || asked.length === 0) return known.slice(0, inOneLocale ? 1 : undefined);
  for (const locale of asked) {
    if (known.includes(locale)) continue;
    throw new UsageError(`Unknown locale "${locale}". The pages are written in: ${known.join(', ')}.`);
  }
  return known.filter((locale) => asked.includes(locale));
}

/** The pages that the arguments name, in the order of `pages`. */
export function selectPages(
  pages: readonly Page[],
  options: PlanOptions,
  locales: readonly string[],
): Page[] {
  const inLocales = pages.filter((page) => locales.includes(page.locale));
  if (!options.pages || options.pages.length === 0) return inLocales;
  const chosen = new Set(options.pages.flatMap((argument) => named(argument, inLocales, pages, options)));
  return inLocales.filter((page) => chosen.has(page));
}

function named(
  argument: string,
  candidates: readonly Page[],
  all: readonly Page[],
  options: PlanOptions,
): Page[] {
  const found = byFile(argument, candidates, options) ?? byName(argument, candidates);
  if (found) return found;
  const elsewhere = byFile(argument, all, options) ?? byName(argument, all);
  if (elsewhere) {
    const locales = [...new Set(elsewhere.map((page) => page.locale))].join(', ');
    throw new UsageError(
      `The page "${argument}" exists only in the locale ${locales}: leave --locale out, or add it.`,
    );
  }
  throw new UsageError(unknownPage(argument, candidates));
}

function byFile(
  argument: string,
  pages: readonly Page[],
  { root, cwd = root }: PlanOptions,
): Page[] | undefined {
  const files = [cwd, root].map((base) => relative(root, resolve(base, argument)).replaceAll('\\', '/'));
  const found = pages.filter((page) => files.includes(page.file));
  return found.length > 0 ? found : undefined;
}

/** An id, a course, or the end of one id. */
function byName(argument: string, pages: readonly Page[]): Page[] | undefined {
  const name = argument.replace(/\.mdx$/, '').replace(/\/$/, '');
  for (const matches of [(page: Page) => page.id === name, (page: Page) => page.course === name]) {
    const found = pages.filter(matches);
    if (found.length > 0) return found;
  }
  const ending = pages.filter((page) => page.id.endsWith(`/${name}`));
  const ids = [...new Set(ending.map((page) => page.id))];
  if (ids.length > 1) {
    throw new UsageError(
      `"${argument}" could be any of these pages: ${ids.join(', ')}. Write one of them in full.`,
    );
  }
  return ending.length > 0 ? ending : undefined;
}

function unknownPage(argument: string, pages: readonly Page[]): string {
  const names = pages.flatMap(({ id, file, course }) => [id, id.split('/').at(-1) ?? id, file, course]);
  const near = nearestFew(argument, names);
  const hint =
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`tejun doctest --plan` lists the pages.';
  return `There is no page "${argument}". ${hint}`;
}
