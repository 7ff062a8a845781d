import { join } from 'node:path';
import {
  findFiles,
  isPageFile,
  type ListedPage,
  type Locales,
  type PageFiles,
  type PageFilesOptions,
  pageKindOf,
  readTextIfThere,
  SITE_PAGES_FOLDER,
  sitePagesFolder,
} from '../../project/index.ts';

/** Reads the pages that belong to no course, in all languages. Their ids say where they are: a course may have the name of one. */
export function readSitePages(
  root: string,
  { source, translations }: Locales,
  { isWanted = () => true, readFile = readTextIfThere }: Pick<PageFilesOptions, 'isWanted' | 'readFile'> = {},
): Pick<PageFiles, 'files' | 'problems'> {
  const listed = [source, ...translations].flatMap((locale) => {
    const folder = sitePagesFolder(locale, source);
    return findFiles(join(root, folder))
      .filter((path) => isPageFile(path) && pageKindOf(path) === 'page')
      .map((path): ListedPage => {
        const id = `${SITE_PAGES_FOLDER}/${path.replace(/\.mdx?$/, '')}`;
        return { id, file: `${folder}/${path}`, locale, kind: 'page' };
      });
  });
  const read = listed.filter(isWanted).map((page) => ({ page, read: readFile(root, page.file) }));
  return {
    files: read.flatMap(({ page, read }) => (read?.text === undefined ? [] : [{ ...page, text: read.text }])),
    problems: read.flatMap(({ read }) => read?.problem ?? []),
  };
}
