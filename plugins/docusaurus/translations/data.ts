import type { I18n } from '@docusaurus/types';
import type { LanguageStatus, TranslationNotice, TranslationRow } from '../../../src/site/translations.ts';
import type { PageStatus, Site } from '../../../src/translation/index.ts';

export interface ShownPage {
  readonly title: string;
  readonly permalink: string;
  /** Its place in the sidebar, among the pages of its folder. */
  readonly position?: number;
}

/** Returns the notice of a page for its readers; undefined where it says what its source says. */
export function noticeOf(status: PageStatus): TranslationNotice | undefined {
  const { state } = status;
  if (state !== 'missing' && state !== 'stale') return undefined;
  return { state, headings: state === 'missing' ? [] : changedHeadings(status) };
}

/** Returns the changed headings; none where it is not known which they are, and all may be. */
function changedHeadings({ headings, changes }: PageStatus) {
  if (!changes && headings.every(({ state }) => state !== 'fresh')) return [];
  return headings
    .filter(({ state }) => state === 'stale' || state === 'missing')
    .map(({ heading, translated, anchor }) => ({
      text: translated ?? heading,
      // A heading that the translation lacks cannot be gone to.
      ...(anchor && translated !== undefined && { anchor }),
    }));
}

interface Shown {
  readonly pages: ReadonlyMap<string, ShownPage>;
  readonly repository: string;
  readonly i18n: I18n;
}

export function languages(site: Site, statuses: readonly PageStatus[], shown: Shown): LanguageStatus[] {
  return site.locales.translations.map((locale) => ({
    locale,
    label: shown.i18n.localeConfigs[locale]?.label ?? locale,
    htmlLang: shown.i18n.localeConfigs[locale]?.htmlLang ?? locale,
    rows: statuses
      .filter((status) => status.locale === locale)
      .toSorted((a, b) => compare(a.page, b.page, shown.pages))
      .map((status) => row(status, shown)),
  }));
}

/** Folder by folder, each in the order of the sidebar. */
function compare(a: string, b: string, pages: Shown['pages']): number {
  const folder = (page: string): string => page.slice(0, page.lastIndexOf('/') + 1);
  const place = (page: string): number => pages.get(page)?.position ?? Number.MAX_VALUE;
  return folder(a).localeCompare(folder(b)) || place(a) - place(b);
}

function row(status: PageStatus, { pages, repository, i18n }: Shown): TranslationRow {
  const { page, locale, state, file, sourceFile, problems } = status;
  const shownPage = pages.get(page);
  return {
    page,
    title: shownPage?.title ?? page,
    state,
    differs: problems.some(({ code }) => code !== 'orphan'),
    headings: state === 'stale' ? changedHeadings(status).map(({ text }) => text) : [],
    ...(shownPage && { permalink: inLocale(shownPage.permalink, locale, i18n) }),
    edit: `${repository}/edit/main/${state === 'missing' ? sourceFile : file}`,
  };
}

/** The address of a page in another language. */
function inLocale(permalink: string, locale: string, { currentLocale, localeConfigs }: I18n): string {
  const base = (name: string): string => localeConfigs[name]?.baseUrl ?? '/';
  // The address of an overview comes with a slash at its end, without which it is published.
  return (base(locale) + permalink.slice(base(currentLocale).length)).replace(/(.)\/$/, '$1');
}
