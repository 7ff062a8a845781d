import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, problemAt } from '../procedure/index.ts';
import { type LocaleSettings, readConfig } from './config.ts';
import { InputError } from './input-error.ts';
import { pagesFolder, sitePagesFolder, TRANSLATIONS_FOLDER } from './layout.ts';
import { readText } from './read-text.ts';

/** The file that lists the languages of a project, the source language first. The site reads it too. */
export const LOCALES_FILE = `${TRANSLATIONS_FOLDER}/locales.json`;

const DEFAULT_SOURCE = 'ja';

export interface Locales {
  /** Language of the pages under `docs/`. */
  readonly source: string;
  /** All others, in the order of the file. */
  readonly translations: readonly string[];
  readonly settings: Readonly<Record<string, LocaleSettings>>;
}

/**
 * Reads the languages of a project: from its settings, else from their list. A project without both has Japanese pages, and a translation for each folder
 * of pages below `i18n/`.
 *
 * @throws InputError for a list that cannot be read, and for translated pages of a language that it does not name
 */
export function readLocales(root: string): Locales {
  const listed = configured(root) ?? readList(root);
  const folders = localeFolders(root);
  const names = listed ? Object.keys(listed) : [DEFAULT_SOURCE, ...folders];
  const [source = DEFAULT_SOURCE, ...translations] = [...new Set(names)];
  const unlisted = folders.filter((locale) => locale !== source && !translations.includes(locale));
  if (unlisted.length > 0) throw new InputError(unlisted.map((locale) => unlistedLocale(locale, source)));
  const settings =
    listed ??
    Object.fromEntries([source, ...translations].map((name) => [name, { label: languageName(name) }]));
  return { source, translations, settings };
}

/** A language's name, in that language. */
export const languageName = (locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;

/** The languages that the settings name. */
function configured(root: string): Record<string, LocaleSettings> | undefined {
  const { locales } = readConfig(root);
  if (locales === undefined) return undefined;
  return Array.isArray(locales)
    ? Object.fromEntries(locales.map((name: string) => [name, { label: languageName(name) }]))
    : (locales as Record<string, LocaleSettings>);
}

function readList(root: string): Record<string, LocaleSettings> | undefined {
  if (!existsSync(join(root, LOCALES_FILE))) return undefined;
  const { text, problem } = readText(root, LOCALES_FILE);
  if (problem) throw new InputError([problem]);
  const list = parseList(text);
  if (!list) throw new InputError([problemAt(LOCALES_FILE, { line: 1, column: 1 }, 'locales-file')]);
  return list;
}

function parseList(text: string): Record<string, LocaleSettings> | undefined {
  try {
    const list = JSON.parse(text) as Record<string, Partial<LocaleSettings>>;
    const entries = Object.values(list);
    const isRight = entries.length > 0 && entries.every(({ label }) => typeof label === 'string');
    return isRight ? (list as Record<string, LocaleSettings>) : undefined;
  } catch {
    return undefined;
  }
}

/** Languages that have a folder of pages. */
function localeFolders(root: string): string[] {
  const folder = join(root, TRANSLATIONS_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && hasPages(name))
    .sort();

  function hasPages(name: string): boolean {
    return [pagesFolder, sitePagesFolder].some((folderOf) => existsSync(join(root, folderOf(name, ''))));
  }
}

const unlistedLocale = (locale: string, source: string): Problem =>
  problemAt(LOCALES_FILE, { line: 1, column: 1 }, 'unlisted-locale', locale, pagesFolder(locale, source));
