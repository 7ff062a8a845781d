import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { say } from '../../language/index.ts';
import { courseOf, orderPages, type Page, prerequisitesIn } from '../../procedure/index.ts';
import {
  accountFileOf,
  InputError,
  isCleanUp,
  isPageFile,
  type ListedPage,
  type Locales,
  listPageFiles,
  type Project,
  readConfig,
  SOURCE_FOLDER,
  selectLocales,
  selectPages,
  UsageError,
} from '../../project/index.ts';
import { chainNames, takeShard } from './chains.ts';
import { addCleanUp, withCleanUpLast } from './clean-up.ts';
import { createReadCache } from './read-cache.ts';
import { readCourses, readWithAccounts } from './read-plan.ts';
import { runnablePages } from './runnable.ts';
import type { BlockedPage, Plan, PlannedPage, PlanOptions } from './types.ts';

export { planForRun } from './for-run.ts';
export { createReadCache, type PageParser, type ReadCache, type ReadCacheOptions } from './read-cache.ts';
export type { Plan, PlannedPage, PlanOptions, Shard } from './types.ts';

/**
 * Plans a run before anything runs.
 * @throws UsageError for names that nothing bears, InputError with everything that is wrong in the project.
 */
export async function makePlan(options: PlanOptions): Promise<Plan> {
  const { root, cache = createReadCache(readConfig(root)) } = options;
  const list = listPageFiles(root, looseFiles(options));
  const locales = localesOf(list.locales, options);
  const named = namedFiles(list.files, locales, options);
  const project = named
    ? await readCourses(root, new Set(named.map(({ id }) => courseOf(id))), {
        cache,
        list,
        drafts: draftsNamed(named, options),
      })
    : await readWithAccounts(root, { cache, list });
  const part = partOf(project, list.files, options);
  if (part.project.pages.length === 0) {
    throw new UsageError(
      say`There is no page (*.md, *.mdx) under ${shown(options)}. Name a file, as in \`tejun doctest README.md\`, or list folders and files as "pages" in tejun.config.json.`,
    );
  }
  const files = named && new Set(named.map(({ file }) => file));
  const isSelected = ({ file, locale }: Page): boolean =>
    files ? files.has(file) : locales.includes(locale);
  const selected = new Set(part.project.pages.filter(isSelected));
  const blocked = part.blocked.filter(({ page }) => isSelected(page));
  if (project.problems.length > 0 && selected.size === 0) throw new InputError(project.problems);
  const all = locales.flatMap((locale) => planLocale(root, part.project, locale));
  if (options.withPrerequisites) addPrerequisites(selected, all, options);
  if (options.withCleanUp) addCleanUp(selected, all);
  const library = options.withCleanUp ? withCleanUpLast(all) : all;
  const planned = library.filter(({ page }) => selected.has(page));
  const pages = options.shard ? takeShard(planned, options.shard) : planned;
  const { problems, warnings } = project;
  return { root: options.root, locales, library, pages, warnings, problems, blocked };
}

/** The part of a project that its problems leave. @throws InputError where all of it is stopped, or none may be */
function partOf(
  project: Project,
  files: readonly ListedPage[],
  { root, inPart }: PlanOptions,
): { readonly project: Project; readonly blocked: readonly BlockedPage[] } {
  if (project.problems.length === 0) return { project, blocked: [] };
  const runnable = inPart ? runnablePages(root, project, files) : undefined;
  if (!runnable || runnable.pages.length === 0) throw new InputError(project.problems);
  return { project: { ...project, pages: runnable.pages }, blocked: runnable.blocked };
}

/** Finds the Markdown files among the names: a page need not lie in a folder of pages to be run by its path. */
function looseFiles({ root, cwd = root, pages = [] }: PlanOptions): string[] {
  return pages
    .filter((name) => isPageFile(name) && existsSync(resolve(cwd, name)))
    .map((name) => relative(root, resolve(cwd, name)).replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('../'));
}

/** A draft is run where its own name is given, not with its course. */
function draftsNamed(
  named: readonly ListedPage[],
  { root, cwd = root, pages = [] }: PlanOptions,
): ReadonlySet<string> {
  const paths = new Set(pages.map((name) => relative(root, resolve(cwd, name)).replaceAll('\\', '/')));
  const own = named.filter(({ id, file }) => pages.includes(id) || paths.has(file));
  return new Set(own.map(({ file }) => file));
}

/** Selects the files of the pages that are named, before anything is parsed; undefined where all pages are meant. */
function namedFiles(
  files: readonly ListedPage[],
  locales: readonly string[],
  { root, cwd, pages: names = [] }: PlanOptions,
): ListedPage[] | undefined {
  const all = files.filter(({ kind }) => kind === 'page');
  if (names.length === 0 || all.length === 0) return undefined;
  return selectPages(names, {
    root,
    cwd,
    candidates: all.filter(({ locale }) => locales.includes(locale)),
    all,
    filesOf: ({ file }) => [file],
    listedBy: 'tejun doctest --plan',
  });
}

function localesOf(locales: Locales, { locales: asked = [], inOneLocale }: PlanOptions): string[] {
  const known = [locales.source, ...locales.translations];
  return asked.length > 0 ? selectLocales(known, asked) : known.slice(0, inOneLocale ? 1 : undefined);
}

function addPrerequisites(
  selected: Set<Page>,
  library: readonly PlannedPage[],
  { cleansUpAlone }: PlanOptions,
): void {
  for (const { page, prerequisites } of library) {
    if (!selected.has(page) || (cleansUpAlone && isCleanUp(page))) continue;
    for (const required of prerequisites) selected.add(required);
  }
}

/** The folder of the pages, as seen from where the command was given. */
const shown = ({ root, cwd = root }: PlanOptions): string =>
  relative(cwd, join(root, SOURCE_FOLDER)).replaceAll('\\', '/');

/**
 * Chain after chain, each in the order in which its pages build on one another. A page not translated yet is
 * required in the language it is written in, as the site shows it; it does not tie the chains of two locales.
 */
function planLocale(root: string, { pages }: Project, locale: string): PlannedPage[] {
  const all = orderPages(pages.filter((page) => page.locale === locale));
  const names = chainNames(all);
  const chainOf = (page: Page): string => names.get(page.id) ?? page.id;
  const byChain = groupBy(all, chainOf);
  const requiredBefore = prerequisitesIn(pages);
  return [...byChain.values()].flat().map((page) => ({
    page,
    prerequisites: page.requires.length > 0 ? requiredBefore(page) : [],
    chain: `${locale}:${chainOf(page)}`,
    accountFile: accountFileOf(root, page),
  }));
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
