import { basename } from 'node:path';
import {
  checkPages,
  type Extraction,
  formatProblem,
  includePartials,
  type Page,
  type PageIdentity,
  type Problem,
} from '../procedure/index.ts';
import { readConfig } from './config.ts';
import { identifyPage } from './layout.ts';
import type { Locales } from './locales.ts';
import { type ListedPage, listPageFiles, type PageFilesOptions } from './page-files.ts';
import { readTextIfThere } from './read-text.ts';

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
  /** All that is wrong in the pages and between them. */
  readonly problems: readonly Problem[];
  /** Of pages that cannot be read, by their files: what is wrong may stand in a partial. */
  readonly broken: ReadonlyMap<string, readonly Problem[]>;
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
  {
    read = parsePages(root),
    drafts,
    isWanted = () => true,
    list: { locales, files: listed } = listPageFiles(root),
  }: ReadOptions = {},
): Promise<Project> {
  const files = listed.filter(isWanted);
  const { extractions, noText } = await readFiles(root, files, { read, drafts });
  const problems = [...noText];
  const unreadable = new Set(noText.flatMap(({ file }) => identifyPage(file, locales.source)?.id ?? []));
  const broken = new Map<string, readonly Problem[]>();
  const warnings: Problem[] = [];
  const pages: Page[] = [];
  for (const file of files) {
    const extraction = extractions.get(file);
    if (!extraction) continue;
    const { page, problems: found, warnings: seen } = extraction;
    problems.push(...found);
    warnings.push(...seen);
    if (page && file.kind === 'page') pages.push(page);
    else if (!page) {
      unreadable.add(file.id);
      if (file.kind === 'page') broken.set(file.file, found);
    }
  }
  // A page that cannot be read would be missed by every page that requires it: one problem is enough.
  problems.push(...checkPages(pages, unreadable));
  return { locales, pages, problems: onceEach(problems), broken, warnings };
}

/** A partial is a part of each page that shows it; what is wrong in it is wrong once. */
const onceEach = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [formatProblem(problem), problem])).values(),
];

interface Readings {
  /** Of the files that belong to the project: no drafts, and no partials that no page imports. */
  readonly extractions: ReadonlyMap<ListedPage, Extraction>;
  /** Files that are no text. */
  readonly noText: readonly Problem[];
}

/** Files whose texts are in memory at once: enough for several threads that parse them. */
const LANES = 64;

async function readFiles(
  root: string,
  files: readonly ListedPage[],
  { read, drafts }: { readonly read: PageReader; readonly drafts?: ReadonlySet<string> },
): Promise<Readings> {
  const extractions = new Map<ListedPage, Extraction>();
  const problems = new Map<ListedPage, Problem>();
  const imported = new Set<string>();
  const shown = new Set<string>();
  const readFile = async (listed: ListedPage): Promise<void> => {
    const { kind, ...identity } = listed;
    const { text, problem } = readTextIfThere(root, listed.file) ?? {};
    if (problem) problems.set(listed, problem);
    if (text === undefined) return;
    if (kind === 'page') for (const name of importedNames(text)) imported.add(name);
    if (isDraft(text) && !drafts?.has(listed.file)) return;
    // A partial that no page imports belongs to no page yet.
    if (kind === 'partial' && !imported.has(basename(listed.file))) return;
    // One that holds steps is read as a part of the pages that show it.
    if (shown.has(listed.file)) return;
    const whole = includePartials(text, listed.file, (file) => readTextIfThere(root, file)?.text);
    for (const file of whole.partials) shown.add(file);
    const extraction = await read(whole.text, identity);
    extractions.set(listed, withProblems(extraction, whole.problems));
  };
  for (const kind of ['page', 'partial'])
    await inLanes(
      LANES,
      files.filter((file) => file.kind === kind),
      readFile,
    );
  return { extractions, noText: files.flatMap((file) => problems.get(file) ?? []) };
}

const withProblems = (extraction: Extraction, found: readonly Problem[]): Extraction =>
  found.length === 0
    ? extraction
    : { problems: [...found, ...extraction.problems], warnings: extraction.warnings };

/** Tells whether a site leaves a page out, too: `draft: true` in its front matter. */
function isDraft(text: string): boolean {
  const [, frontMatter = ''] =
    /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/m.exec(text.startsWith('---') ? text : '') ?? [];
  return /^draft:[ \t]*true[ \t]*(?:#.*)?\r?$/m.test(frontMatter);
}

/** Names of the files, without their folders, that a page imports. */
const importedNames = (text: string): string[] =>
  [...text.matchAll(/^import[^\S\n\r][^'"\n\r]*['"]([^'"\n\r]+)['"]/gm)].map(([, path = '']) =>
    basename(path),
  );

/** Does work on each item, on so many at once at most, begun in their order. */
async function inLanes<Item>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const lane = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
}
