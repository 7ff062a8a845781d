import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { PagePair } from '../types.ts';

/** The file that says which languages the site has; the configuration of the site reads it too. */
export const LOCALES_FILE = 'i18n/locales.json';

export interface LocaleSettings {
  /** The language's name, in that language. */
  readonly label: string;
  readonly htmlLang?: string;
}

export interface Site {
  /** Absolute path of the project. */
  readonly root: string;
  /** The language that pages are written in first. */
  readonly sourceLocale: string;
  /** All others, in the order of the file. */
  readonly locales: readonly string[];
  readonly settings: Readonly<Record<string, LocaleSettings>>;
  /** Every page with its translation, locale after locale, in the order of the paths. */
  readonly pairs: readonly PagePair[];
}

const SOURCE_FOLDER = 'docs';
const PAGE = /\.mdx?$/;

const translationsFolder = (locale: string): string =>
  `i18n/${locale}/docusaurus-plugin-content-docs/current`;

/** Reads the pages of a project in all its languages. */
export function readSite(root: string): Site {
  const settings = readLocales(root);
  const [sourceLocale = 'ja', ...locales] = Object.keys(settings);
  const text = (file: string): string => readFileSync(join(root, file), 'utf8');
  const sources = new Map(
    findPages(root, SOURCE_FOLDER).map((path) => [path, text(`${SOURCE_FOLDER}/${path}`)]),
  );
  const pairs = locales.flatMap((locale) => {
    const folder = translationsFolder(locale);
    const translations = new Set(findPages(root, folder));
    // With their extensions: Docusaurus shows no page.md in the place of page.mdx.
    return sorted([...new Set([...sources.keys(), ...translations])]).map((path): PagePair => {
      const [sourceFile, file] = [`${SOURCE_FOLDER}/${path}`, `${folder}/${path}`];
      return {
        page: path.replace(PAGE, ''),
        locale,
        sourceFile,
        file,
        source: sources.get(path),
        translation: translations.has(path) ? text(file) : undefined,
      };
    });
  });
  return { root, sourceLocale, locales, settings, pairs };
}

/** The languages by name, the source first; where no file says so, what folders there are. */
export function readLocales(root: string): Record<string, LocaleSettings> {
  const path = join(root, LOCALES_FILE);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const folder = join(root, 'i18n');
  const found = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const names = found.filter((entry) => entry.isDirectory() && entry.name !== 'ja').map(({ name }) => name);
  return Object.fromEntries(['ja', ...names.sort()].map((name) => [name, { label: nameOf(name) }]));
}

/** A language's name, in that language. */
export const nameOf = (locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;

/** Paths, from the folder, of files that Docusaurus makes pages of: partials, which begin with `_`, belong to the pages that import them. */
function findPages(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(join(root, folder), join(parentPath, name)).replaceAll('\\', '/'))
    .filter((path) => PAGE.test(path) && !path.split('/').some((part) => part.startsWith('_')));
}

/** An overview before the pages of its folder. */
function sorted(pages: readonly string[]): string[] {
  const key = (path: string): string => path.replace(PAGE, '').replace(/(^|\/)index$/, '$1!');
  return pages.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
