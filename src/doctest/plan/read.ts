import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  checkPages,
  missingAccount,
  type Page,
  type PageIdentity,
  type Problem,
} from '../../procedure/index.ts';
import { accountFile } from '../site.ts';
import { findLocales, findPages } from './find.ts';
import type { Memory } from './memory.ts';

/** Everything that is written in a project, read and found right or wrong. */
export interface Project {
  readonly locales: readonly string[];
  readonly pages: readonly Page[];
  /** Source text by file. */
  readonly sources: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

export function readProject(root: string, memory: Memory): Project {
  const locales = findLocales(root);
  const pages: Page[] = [];
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  const text = ({ file }: PageIdentity) => readFileSync(join(root, file), 'utf8');
  const found = locales.map((locale) => findPages(root, locale));
  for (const identity of found.flatMap(({ pages }) => pages)) {
    const source = text(identity);
    const read = memory.page(source, identity);
    sources.set(identity.file, source);
    problems.push(...read.problems);
    if (read.page) pages.push(read.page);
  }
  const imported = importedNames([...sources.values()]);
  for (const identity of found.flatMap(({ others }) => others)) {
    // A draft that no page imports is nobody's page yet.
    if (isDraft(identity, imported)) continue;
    problems.push(...memory.page(text(identity), identity).problems);
  }
  // A page that could not be read would be missed by every page that requires it: say that once, not twice.
  if (problems.length === 0) problems.push(...checkPages(pages));
  problems.push(...accountProblems(root, pages, memory));
  return { locales, pages, sources, problems };
}

/** Names of the files, without their folders, that pages import. */
function importedNames(sources: readonly string[]): ReadonlySet<string> {
  const imports = sources.flatMap((source) => [...source.matchAll(/^import\s[^'"]*['"]([^'"]+)['"]/gm)]);
  return new Set(imports.map(([, path = '']) => basename(path)));
}

const isDraft = ({ file }: PageIdentity, imported: ReadonlySet<string>): boolean =>
  file.endsWith('.mdx') && !imported.has(basename(file));

function accountProblems(root: string, pages: readonly Page[], memory: Memory): Problem[] {
  const firstUse = new Map<string, Page>();
  for (const page of pages) {
    const file = accountFile(page.course, page.account);
    if (page.steps.length > 0 && !firstUse.has(file)) firstUse.set(file, page);
  }
  return [...firstUse].flatMap(([file, page]) => {
    const path = join(root, file);
    if (!existsSync(path)) return [missingAccount(page, file)];
    return memory.account(readFileSync(path, 'utf8'), file).problems;
  });
}
