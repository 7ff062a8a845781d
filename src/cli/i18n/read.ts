import { selectLocales, selectPages } from '../../project/index.ts';
import { type PagePair, readSite, type Site } from '../../translation/index.ts';
import { finishInterrupted } from '../interrupted.ts';

export interface Selection {
  readonly root: string;
  readonly locale?: string;
}

/** Reads the site and selects the pages that were named. @throws UsageError */
export function select(
  names: readonly string[],
  { root, locale }: Selection,
): { site: Site; pairs: PagePair[] } {
  finishInterrupted(root);
  const site = readSite(root);
  const locales = locale === undefined ? undefined : selectLocales(site.locales.translations, [locale]);
  const pairs = selectPages(names, {
    root,
    cwd: process.cwd(),
    candidates: site.pairs.filter((pair) => locales === undefined || locales.includes(pair.locale)),
    all: site.pairs,
    filesOf: ({ file, sourceFile }) => [file, sourceFile],
    listedBy: 'npm run i18n -- status',
  });
  return { site, pairs };
}
