/** Where a Docusaurus site keeps its pages. Paths are relative to the project, with forward slashes. */

/** The language that pages are written in first; they stand under `docs/`. */
export const SOURCE_LOCALE = 'ja';

export const SOURCE_FOLDER = 'docs';
export const TRANSLATIONS_FOLDER = 'i18n';

export function pagesFolder(locale: string): string {
  return locale === SOURCE_LOCALE
    ? SOURCE_FOLDER
    : `${TRANSLATIONS_FOLDER}/${locale}/docusaurus-plugin-content-docs/current`;
}

/** A page that puts away what a course made: one of this name. */
export const isCleanUp = ({ id }: { readonly id: string }): boolean => /(^|\/)clean-up$/.test(id);

/** An account belongs to a course, whatever language its pages are read in. */
export function accountFile(course: string, account: string): string {
  return `${SOURCE_FOLDER}/${course}/_${account}.yaml`;
}
