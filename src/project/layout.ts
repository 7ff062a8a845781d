import type { PageIdentity } from '../procedure/index.ts';

/** Folders of a project, as Docusaurus lays them out. Paths are relative to the project, with forward slashes. */
export const SOURCE_FOLDER = 'docs';
export const TRANSLATIONS_FOLDER = 'i18n';

const EXTENSION = /\.mdx?$/;
const TRANSLATED = /^i18n\/([^/]+)\/docusaurus-plugin-content-docs\/current\//;

/** Folder of the pages of one locale. */
export function pagesFolder(locale: string, sourceLocale: string): string {
  return locale === sourceLocale
    ? SOURCE_FOLDER
    : `${TRANSLATIONS_FOLDER}/${locale}/docusaurus-plugin-content-docs/current`;
}

/**
 * Identity of the page at a path, or undefined where the path is that of no page.
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

/** Account file of a course: one for all languages. */
export function accountFile(course: string, account: string): string {
  return `${SOURCE_FOLDER}/${course}/_${account}.yaml`;
}

/** A page called `clean-up` deletes what the pages of its course made. */
export const isCleanUp = ({ id }: { readonly id: string }): boolean => /(^|\/)clean-up$/.test(id);

/** Kind of a file in a folder of pages: only a `page` runs; a partial belongs to the pages that import it. */
export type PageKind = 'page' | 'markdown' | 'partial';

export function kindOf(path: string): PageKind {
  if (path.split('/').some((part) => part.startsWith('_'))) return 'partial';
  return path.endsWith('.mdx') ? 'page' : 'markdown';
}
