import { relative, resolve } from 'node:path';
import { nearestFew } from '../../procedure/index.ts';
import { type PagePair, readSite, type Site } from '../../translation/index.ts';

export interface Selection {
  readonly root: string;
  readonly locale?: string;
}

/** What was asked for cannot be done as asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The site, and of its pages those that are meant. @throws Refusal */
export function select(
  names: readonly string[],
  { root, locale }: Selection,
): { site: Site; pairs: PagePair[] } {
  const site = readSite(root);
  if (locale !== undefined && !site.locales.includes(locale)) {
    const known = site.locales.join(', ') || 'none';
    throw new Refusal(`Unknown language "${locale}". The site is translated into: ${known}.`);
  }
  const candidates = site.pairs.filter((pair) => locale === undefined || pair.locale === locale);
  if (names.length === 0) return { site, pairs: candidates };
  const chosen = new Set(names.flatMap((name) => named(name, candidates, root)));
  return { site, pairs: candidates.filter((pair) => chosen.has(pair)) };
}

function named(name: string, pairs: readonly PagePair[], root: string): PagePair[] {
  const file = relative(root, resolve(name)).replaceAll('\\', '/');
  const id = name.replace(/\.mdx?$/, '').replace(/\/$/, '');
  const tests: ((pair: PagePair) => boolean)[] = [
    (pair) => pair.file === file || pair.file === name,
    (pair) => pair.sourceFile === file || pair.sourceFile === name,
    ({ page }) => page === id,
    ({ page }) => page.startsWith(`${id}/`),
    ({ page }) => page.endsWith(`/${id}`),
  ];
  for (const test of tests) {
    const found = pairs.filter(test);
    if (found.length > 0) return found;
  }
  const near = nearestFew(
    id,
    pairs.flatMap(({ page }) => [page, page.split('/').at(-1) ?? page]),
  );
  const hint =
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`npm run i18n -- status` lists the pages.';
  throw new Refusal(`There is no page "${name}". ${hint}`);
}

/** Runs what may refuse; a refusal is told, and no failure of ours. */
export async function orRefuse(task: () => number | Promise<number>, refused: number): Promise<number> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    return refused;
  }
}
