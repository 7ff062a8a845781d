import { join } from 'node:path';
import type { PageIdentity, Problem } from '../procedure/index.ts';
import { findFiles } from './find-files.ts';
import { identifyPage, kindOf, type PageKind, pagesFolder } from './layout.ts';
import { type Locales, readLocales } from './locales.ts';
import { readTextIfThere } from './read-text.ts';

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

/** Reads the files of all pages of a project, in all its languages. @throws InputError where the languages are unclear */
export function readPageFiles(root: string): PageFiles {
  const locales = readLocales(root);
  const files: PageFile[] = [];
  const problems: Problem[] = [];
  for (const identity of [locales.source, ...locales.translations].flatMap(pagesOf)) {
    const read = readTextIfThere(root, identity.file);
    if (read?.problem) problems.push(read.problem);
    else if (read) files.push({ ...identity, text: read.text });
  }
  return { locales, files, problems };

  function pagesOf(locale: string): (PageIdentity & { readonly kind: PageKind })[] {
    const folder = pagesFolder(locale, locales.source);
    return findFiles(join(root, folder))
      .flatMap((path) => {
        const identity = identifyPage(`${folder}/${path}`, locales.source);
        return identity ? [{ ...identity, kind: kindOf(path) }] : [];
      })
      .sort(inSiteOrder);
  }
}

/** By path, an overview before the pages of its folder. */
export function inSiteOrder(a: { readonly id: string }, b: { readonly id: string }): number {
  const [left, right] = [sortKey(a.id), sortKey(b.id)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `!` sorts before every character of a file's name. */
const sortKey = (id: string): string => id.replace(/(^|\/)index$/, '$1!');
