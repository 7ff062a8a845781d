import { courseOf } from '../../procedure/index.ts';
import {
  listPageFiles,
  ownCommand,
  type PageList,
  selectLocales,
  selectPages,
  UsageError,
} from '../../project/index.ts';
import { type PagePair, readSite, type Site } from '../../translation/index.ts';
import { finishInterrupted } from '../interrupted.ts';

export interface PageSelection {
  readonly root: string;
  readonly locale?: string;
}

/** Returns the courses of the pages that were named: no other is read. Undefined where a name must be explained. */
function coursesNamed(
  names: readonly string[],
  root: string,
  { files }: PageList,
): ReadonlySet<string> | undefined {
  const all = files.filter(({ kind }) => kind !== 'partial');
  try {
    const chosen = selectPages(names, {
      root,
      cwd: process.cwd(),
      candidates: all,
      all,
      filesOf: ({ file }) => [file],
      listedBy: LISTED_BY,
    });
    return new Set(chosen.map(({ id }) => courseOf(id)));
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

const LISTED_BY = ownCommand('i18n status');

/**
 * Reads the site and selects the pages that were named.
 *
 * @param whole reads the courses too of which no page was named
 * @throws UsageError
 */
export function selectTranslations(
  names: readonly string[],
  { root, locale }: PageSelection,
  { whole = false } = {},
): { site: Site; pairs: PagePair[] } {
  finishInterrupted(root);
  const list = listPageFiles(root);
  const courses = whole || names.length === 0 ? undefined : coursesNamed(names, root, list);
  const site = readSite(root, { list, isWanted: courses && (({ id }) => courses.has(courseOf(id))) });
  const locales = locale === undefined ? undefined : selectLocales(site.locales.translations, [locale]);
  const pairs = selectPages(names, {
    root,
    cwd: process.cwd(),
    candidates: site.pairs.filter((pair) => locales === undefined || locales.includes(pair.locale)),
    all: site.pairs,
    filesOf: ({ file, sourceFile }) => [file, sourceFile],
    listedBy: LISTED_BY,
  });
  return { site, pairs };
}
