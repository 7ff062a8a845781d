import { basename } from 'node:path';
import {
  checkPages,
  type Extraction,
  type Page,
  type PageIdentity,
  type Problem,
} from '../procedure/index.ts';
import { readConfig } from './config.ts';
import { identifyPage } from './layout.ts';
import type { Locales } from './locales.ts';
import { type PageFile, type PageFilesOptions, readPageFiles } from './page-files.ts';

/** Parses a page from its text, or remembers it. */
export type PageReader = (text: string, identity: PageIdentity) => Promise<Extraction>;

/** Parses every page. The parser is loaded with the first one. */
function parsePages(root: string): PageReader {
  const { onUnmarkedFence } = readConfig(root);
  return async (text, identity) =>
    (await import('../procedure/read-page.ts')).readPage(text, identity, { onUnmarkedFence });
}

/** The pages of a project, parsed and checked. */
export interface Project {
  readonly locales: Locales;
  readonly pages: readonly Page[];
  /** Source text by file. */
  readonly sources: ReadonlyMap<string, string>;
  /** All that is wrong in the pages and between them. */
  readonly problems: readonly Problem[];
  /** Findings that the settings make no problem. */
  readonly warnings: readonly Problem[];
}

export interface ReadOptions extends PageFilesOptions {
  /** Drafts that are read all the same: those that a person has named. */
  readonly drafts?: ReadonlySet<string>;
  /** Parses a page; a reader with a cache saves time where pages are read again. */
  readonly read?: PageReader;
}

/** Reads the pages of a project, with all that is wrong in them. */
export async function readProject(
  root: string,
  { read = parsePages(root), drafts, ...options }: ReadOptions = {},
): Promise<Project> {
  const { locales, files, problems: noText } = readPageFiles(root, options);
  const problems = [...noText];
  const unreadable = new Set(noText.flatMap(({ file }) => identifyPage(file, locales.source)?.id ?? []));
  const warnings: Problem[] = [];
  const pages: Page[] = [];
  const imported = importedNames(files);
  for (const file of files) {
    if (isDraft(file.text) && !drafts?.has(file.file)) continue;
    // A partial that no page imports belongs to no page yet.
    if (file.kind === 'partial' && !imported.has(basename(file.file))) continue;
    const { page, problems: found, warnings: seen } = await read(file.text, identityOf(file));
    problems.push(...found);
    warnings.push(...seen);
    if (page && file.kind === 'page') pages.push(page);
    else if (!page) unreadable.add(file.id);
  }
  // A page that cannot be read would be missed by every page that requires it: one problem is enough.
  problems.push(...checkPages(pages, unreadable));
  return {
    locales,
    pages,
    sources: new Map(files.map(({ file, text }) => [file, text])),
    problems,
    warnings,
  };
}

/** Tells whether a site leaves a page out, too: `draft: true` in its front matter. */
function isDraft(text: string): boolean {
  const [, frontMatter = ''] =
    /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/m.exec(text.startsWith('---') ? text : '') ?? [];
  return /^draft:[ \t]*true[ \t]*(?:#.*)?\r?$/m.test(frontMatter);
}

const identityOf = ({ kind: _, text: __, ...identity }: PageFile): PageIdentity => identity;

/** Names of the files, without their folders, that pages import. */
function importedNames(files: readonly PageFile[]): ReadonlySet<string> {
  const imports = files
    .filter(({ kind }) => kind === 'page')
    .flatMap(({ text }) => [...text.matchAll(/^import[^\S\n\r][^'"\n\r]*['"]([^'"\n\r]+)['"]/gm)]);
  return new Set(imports.map(([, path = '']) => basename(path)));
}
