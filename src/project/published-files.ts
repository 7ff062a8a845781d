import { existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readConfig } from './config.ts';
import { findFiles } from './find-files.ts';
import { identifyPage, pageKindOf, SOURCE_FOLDER, TRANSLATIONS_FOLDER } from './layout.ts';
import { listPageFiles } from './page-files.ts';
import { UsageError } from './usage-error.ts';

export interface PublishedFile {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  /** True for a page; false for a partial, an account file or another text. */
  readonly isPage: boolean;
}

/** Pages, partials, account files and other data beside them. */
const PUBLISHED =
  /^(?:docs|i18n\/[^/]+\/docusaurus-plugin-content-docs\/current)\/.*\.(?:mdx?|ya?ml|json|txt)$/;

/**
 * Finds the published files among paths: a file as such, of a folder what is published from it.
 *
 * @param paths absolute; the project itself stands for all that it publishes
 * @throws UsageError for a path that does not exist, and where nothing is found
 */
export function findPublishedFiles(paths: readonly string[], root: string, cwd: string): PublishedFile[] {
  const found = new Set<string>();
  for (const path of paths) {
    if (!existsSync(path)) throw new UsageError(`There is no file or folder ${relative(cwd, path)}.`);
    const files = statSync(path).isDirectory() ? publishedBelow(path, root) : [nameOf(path, root)];
    for (const file of files) found.add(file);
  }
  if (found.size === 0)
    throw new UsageError(
      'There is nothing to look at: no page under docs/ or i18n/, and none named in tejun.config.json. Start in the project, or name a file.',
    );
  const loose = new Set(loosePages(root));
  return [...found].map((file) => ({
    file,
    isPage: isPage(file) || (loose.has(file) && pageKindOf(file) === 'page'),
  }));
}

function publishedBelow(folder: string, root: string): string[] {
  const folders =
    folder === root ? [SOURCE_FOLDER, TRANSLATIONS_FOLDER].map((name) => join(root, name)) : [folder];
  const below = folders
    .flatMap((one) => findFiles(one).map((file) => nameOf(join(one, file), root)))
    .filter((file) => PUBLISHED.test(file));
  return folder === root ? [...below, ...loosePages(root)] : below;
}

/** Pages of the settings outside the folders of a site. */
function loosePages(root: string): string[] {
  const { pages = [SOURCE_FOLDER] } = readConfig(root);
  if (pages.every((place) => place === SOURCE_FOLDER)) return [];
  return listPageFiles(root)
    .files.map(({ file }) => file)
    .filter((file) => !PUBLISHED.test(file));
}

const isPage = (file: string): boolean => identifyPage(file, '') !== undefined && pageKindOf(file) === 'page';

const nameOf = (path: string, root: string): string => relative(root, path).replaceAll('\\', '/');
