import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accountPath, type Page, type PageIdentity } from '../procedure/index.ts';
import { readConfig } from './config.ts';

/** Folders of a project, as Docusaurus lays them out. Paths are relative to the project, with forward slashes. */
export const SOURCE_FOLDER = 'docs';
export const SITE_PAGES_FOLDER = 'src/pages';
export const TRANSLATIONS_FOLDER = 'i18n';

const EXTENSION = /\.mdx?$/;
const TRANSLATED = /^i18n\/([^/]+)\/docusaurus-plugin-content-docs\/current\//;

/** Folder of the pages of one locale. */
export function pagesFolder(locale: string, sourceLocale: string): string {
  return locale === sourceLocale
    ? SOURCE_FOLDER
    : `${TRANSLATIONS_FOLDER}/${locale}/docusaurus-plugin-content-docs/current`;
}

/** Folder of the pages of one locale that belong to no course: Docusaurus makes pages of the Markdown in it. */
export const sitePagesFolder = (locale: string, sourceLocale: string): string =>
  locale === sourceLocale
    ? SITE_PAGES_FOLDER
    : `${TRANSLATIONS_FOLDER}/${locale}/docusaurus-plugin-content-pages`;

/**
 * Identity of the page at a path below the folders of a site, or undefined where the path is that of no page.
 *
 * @example identifyPage('docs/sts/run.mdx', 'ja') // { id: 'sts/run', file: 'docs/sts/run.mdx', locale: 'ja' }
 */
export function identifyPage(file: string, sourceLocale: string): PageIdentity | undefined {
  if (!EXTENSION.test(file)) return undefined;
  const translated = TRANSLATED.exec(file);
  const folder = translated?.[0] ?? (file.startsWith(`${SOURCE_FOLDER}/`) ? `${SOURCE_FOLDER}/` : undefined);
  if (folder === undefined) return undefined;
  const id = file.slice(folder.length).replace(EXTENSION, '');
  return translated?.[1] === undefined
    ? { id, file, locale: sourceLocale }
    : { id, file, locale: translated[1], isTranslation: true };
}

/** Identity of a source page that lies elsewhere: `README.md` is the page `README`. */
export const identifyLooseFile = (file: string, sourceLocale: string): PageIdentity => ({
  id: file.replace(EXTENSION, ''),
  file,
  locale: sourceLocale,
});

export const isPageFile = (file: string): boolean => EXTENSION.test(file);

/**
 * Finds the account file of a page, relative to the project: that of its course; where there is none and the page names
 * none, the one that the settings name.
 */
export function accountFileOf(root: string, page: Page): string {
  const own = accountPath(page, page.account);
  const { account } = readConfig(root);
  return account === undefined || page.account !== 'account' || existsSync(join(root, own)) ? own : account;
}

/** A page called `clean-up` deletes what the pages of its course made. */
export const isCleanUp = ({ id }: { readonly id: string }): boolean => /(^|\/)clean-up$/.test(id);

/** Kind of a file in a folder of pages: only a `page` runs; a partial belongs to the pages that import it. */
export type PageKind = 'page' | 'partial';

export const pageKindOf = (path: string): PageKind =>
  path.split('/').some((part) => part.startsWith('_')) ? 'partial' : 'page';
