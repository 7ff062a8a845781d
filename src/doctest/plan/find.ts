import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PageIdentity } from '../../procedure/index.ts';
import { pagesFolder, SOURCE_LOCALE, TRANSLATIONS_FOLDER } from '../site.ts';

/** The source locale, then every locale that has a folder of translated pages. */
export function findLocales(root: string): string[] {
  const translations = join(root, TRANSLATIONS_FOLDER);
  if (!existsSync(translations)) return [SOURCE_LOCALE];
  const translated = readdirSync(translations)
    .sort()
    .filter((locale) => locale !== SOURCE_LOCALE && existsSync(join(root, pagesFolder(locale))));
  return [SOURCE_LOCALE, ...translated];
}

/** Every page of a locale, in the order of their paths, an `index` before its neighbours. */
export function findPages(root: string, locale: string): PageIdentity[] {
  const folder = pagesFolder(locale);
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.mdx') && !path.split('/').some((part) => part.startsWith('_')))
    .map((path) => ({ id: path.slice(0, -'.mdx'.length), file: `${folder}/${path}`, locale }))
    .sort((a, b) => compare(sortKey(a.id), sortKey(b.id)));
}

/** `!` sorts before every character of a file's name. */
const sortKey = (id: string): string => id.replace(/(^|\/)index$/, '$1!');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
