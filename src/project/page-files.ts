import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { PageIdentity, Problem } from '../procedure/index.ts';
import { readConfig } from './config.ts';
import { findFiles } from './find-files.ts';
import {
  identifyLooseFile,
  identifyPage,
  isPageFile,
  type PageKind,
  pageKindOf,
  pagesFolder,
  SOURCE_FOLDER,
} from './layout.ts';
import { type Locales, readLocales } from './locales.ts';
import { readTextIfThere } from './read-text.ts';
import { UsageError } from './usage-error.ts';

/** A file in a folder of pages, with its text. */
export interface PageFile extends PageIdentity {
  readonly kind: PageKind;
  readonly text: string;
}

export interface PageFiles {
  readonly locales: Locales;
  /** Locale after locale, the source first; in each in the order of the paths, an `index` before its neighbours. */
  readonly files: readonly PageFile[];
  /** Files that are no text. */
  readonly problems: readonly Problem[];
}

/** A file in a folder of pages, of which only the path is known. */
export type ListedPage = Omit<PageFile, 'text'>;

export interface PageList {
  readonly locales: Locales;
  /** In the order of `PageFiles.files`. */
  readonly files: readonly ListedPage[];
}

/**
 * Lists the files of all pages of a project, in all its languages.
 *
 * @param named files outside the folders of the project's pages that are to be pages, too
 * @throws InputError where the languages are unclear; UsageError for a folder of the settings that does not exist
 */
export function listPageFiles(root: string, named: readonly string[] = []): PageList {
  const locales = readLocales(root);
  const { pages: places = [SOURCE_FOLDER] } = readConfig(root);
  const hasDocs = places.includes(SOURCE_FOLDER);
  const site = hasDocs ? [locales.source, ...locales.translations].flatMap(pagesOf) : [];
  const loose = places.filter((place) => place !== SOURCE_FOLDER).flatMap((place) => filesAt(root, place));
  const listed = new Set(site.map(({ file }) => file));
  const others = [...new Set([...loose, ...named])].filter((file) => !listed.has(file)).map(loosePage);
  return { locales, files: [...site, ...others] };

  function pagesOf(locale: string): ListedPage[] {
    const folder = pagesFolder(locale, locales.source);
    return findFiles(join(root, folder))
      .flatMap((path) => {
        const identity = identifyPage(`${folder}/${path}`, locales.source);
        return identity ? [{ ...identity, kind: pageKindOf(path) }] : [];
      })
      .sort(inSiteOrder);
  }

  function loosePage(file: string): ListedPage {
    const identity = identifyPage(file, locales.source) ?? identifyLooseFile(file, locales.source);
    return { ...identity, kind: pageKindOf(file) };
  }
}

/** A file, or the pages below a folder; packages are none. */
function filesAt(root: string, place: string): string[] {
  const stat = statSync(join(root, place), { throwIfNoEntry: false });
  if (!stat)
    throw new UsageError(`The settings name ${place} among the pages: there is no such file or folder.`);
  if (!stat.isDirectory()) return [place];
  return findFiles(join(root, place))
    .map((file) => posix.join(place, file))
    .filter((file) => isPageFile(file) && !/(?:^|\/)node_modules\//.test(file))
    .sort((a, b) => inSiteOrder({ id: a }, { id: b }));
}

export interface PageFilesOptions {
  /** Leaves out files that are not to be read. */
  readonly isWanted?: (page: ListedPage) => boolean;
  /** The project's list of files, where it is known already. */
  readonly list?: PageList;
  /** Reads a file; who reads a project again and again remembers those that have not changed. */
  readonly readFile?: typeof readTextIfThere;
}

/** Reads the files of all pages of a project, in all its languages. @throws InputError where the languages are unclear */
export function readPageFiles(
  root: string,
  { isWanted = () => true, list = listPageFiles(root), readFile = readTextIfThere }: PageFilesOptions = {},
): PageFiles {
  const { locales, files: listed } = list;
  const files: PageFile[] = [];
  const problems: Problem[] = [];
  for (const identity of listed.filter(isWanted)) {
    const read = readFile(root, identity.file);
    if (read?.problem) problems.push(read.problem);
    else if (read) files.push({ ...identity, text: read.text });
  }
  return { locales, files, problems };
}

/** By path, an overview before the pages of its folder. */
export function inSiteOrder(a: { readonly id: string }, b: { readonly id: string }): number {
  const [left, right] = [sortKey(a.id), sortKey(b.id)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `!` sorts before every character of a file's name. */
const sortKey = (id: string): string => id.replace(/(^|\/)index$/, '$1!');
