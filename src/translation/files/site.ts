import { holdsSteps } from '../../procedure/index.ts';
import {
  InputError,
  inSiteOrder,
  type Locales,
  type PageFile,
  type PageFilesOptions,
  pagesFolder,
  readPageFiles,
} from '../../project/index.ts';
import type { PagePair } from '../types.ts';

/** The pages of a project in all its languages. */
export interface Site {
  /** Absolute path of the project. */
  readonly root: string;
  readonly locales: Locales;
  /** Every page with its translation, locale after locale, in the order of the paths. */
  readonly pairs: readonly PagePair[];
}

/**
 * Reads the pages of a project in all its languages.
 *
 * @throws InputError for a page that is no UTF-8 text
 */
export function readSite(root: string, options?: PageFilesOptions): Site {
  const { locales, files, problems } = readPageFiles(root, options);
  if (problems.length > 0) throw new InputError(problems, 'Nothing was compared or written.');
  // A partial that holds steps is translated like a page; others hold what only people read.
  const pages = files.filter(({ kind, text }) => kind !== 'partial' || holdsSteps(text));
  const sources = pathsBelow(locales.source, pages);
  const pairs = locales.translations.flatMap((locale) => {
    const translations = pathsBelow(locale, pages);
    // With their extensions: Docusaurus shows no page.md in the place of page.mdx.
    return [...new Set([...sources.keys(), ...translations.keys()])]
      .map(
        (path): PagePair => ({
          id: path.replace(/\.mdx?$/, ''),
          locale,
          sourceFile: `${pagesFolder(locales.source, locales.source)}/${path}`,
          file: `${pagesFolder(locale, locales.source)}/${path}`,
          source: sources.get(path),
          translation: translations.get(path),
        }),
      )
      .sort(inSiteOrder);
  });
  return { root, locales, pairs };

  function pathsBelow(locale: string, pages: readonly PageFile[]): Map<string, string> {
    const start = pagesFolder(locale, locales.source).length + 1;
    const own = pages.filter((page) => page.locale === locale);
    return new Map(own.map(({ file, text }) => [file.slice(start), text]));
  }
}
