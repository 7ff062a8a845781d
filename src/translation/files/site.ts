import { holdsSteps } from '../../procedure/index.ts';
import {
  InputError,
  inSiteOrder,
  type Locales,
  type PageFile,
  type PageFilesOptions,
  pagesFolder,
  readPageFiles,
  sitePagesFolder,
} from '../../project/index.ts';
import type { PagePair } from '../types.ts';
import { readSitePages } from './site-pages.ts';

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
  const others = readSitePages(root, locales, options);
  const all = [...problems, ...others.problems];
  if (all.length > 0) throw new InputError(all, 'Nothing was compared or written.');
  // A partial that holds steps is translated like a page; others hold what only people read.
  const pages = files.filter(({ kind, text }) => kind !== 'partial' || holdsSteps(text));
  const pairs = locales.translations.flatMap((locale) => [
    ...pairsOf(pages, locale, locales.source, pagesFolder),
    ...pairsOf(others.files, locale, locales.source, sitePagesFolder),
  ]);
  return { root, locales, pairs };
}

/** Pairs pages of one folder with their translations into a language. */
function pairsOf(
  pages: readonly PageFile[],
  locale: string,
  sourceLocale: string,
  folderOf: (locale: string, sourceLocale: string) => string,
): PagePair[] {
  const [sourceFolder, folder] = [folderOf(sourceLocale, sourceLocale), folderOf(locale, sourceLocale)];
  const [sources, translations] = [pathsBelow(sourceFolder), pathsBelow(folder)];
  // With their extensions: Docusaurus shows no page.md in the place of page.mdx.
  return [...new Set([...sources.keys(), ...translations.keys()])]
    .map((path): PagePair => {
      const id = (sources.get(path) ?? translations.get(path))?.id ?? path;
      return {
        ...{ id, locale, sourceFile: `${sourceFolder}/${path}`, file: `${folder}/${path}` },
        source: sources.get(path)?.text,
        translation: translations.get(path)?.text,
      };
    })
    .sort(inSiteOrder);

  function pathsBelow(folder: string): Map<string, PageFile> {
    const own = pages.filter(({ file }) => file.startsWith(`${folder}/`));
    return new Map(own.map((page) => [page.file.slice(folder.length + 1), page]));
  }
}
