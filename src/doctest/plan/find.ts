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

/** What a folder of pages holds, in the order of the paths, an `index` before its neighbours. */
export interface FoundPages {
  readonly pages: readonly PageIdentity[];
  /** Partials and `.md` files, which are no pages: a step in one of them would never run. */
  readonly others: readonly PageIdentity[];
}

export function findPages(root: string, locale: string): FoundPages {
  const folder = pagesFolder(locale);
  if (!existsSync(join(root, folder))) return { pages: [], others: [] };
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.mdx?$/.test(path));
  const identities = (chosen: readonly string[]) =>
    chosen
      .map((path) => ({ id: path.replace(/\.mdx?$/, ''), file: `${folder}/${path}`, locale }))
      .sort((a, b) => compare(sortKey(a.id), sortKey(b.id)));
  return {
    pages: identities(paths.filter(isPage)),
    others: identities(paths.filter((path) => !isPage(path))),
  };
}

const isPage = (path: string): boolean =>
  path.endsWith('.mdx') && !path.split('/').some((part) => part.startsWith('_'));

/** `!` sorts before every character of a file's name. */
const sortKey = (id: string): string => id.replace(/(^|\/)index$/, '$1!');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
