import { closestMatch } from './closest-match.ts';
import { accountPath } from './page-id.ts';
import { problemAt } from './problems.ts';
import type { Page, Problem } from './types.ts';

/** Looks pages up by id; a page that a locale does not have yet is another locale's, as on the site. */
type Lookup = (id: string, locale: string) => Page | undefined;

function lookupIn(pages: readonly Page[]): Lookup {
  const byId = new Map<string, Page[]>();
  for (const page of pages) byId.set(page.id, [...(byId.get(page.id) ?? []), page]);
  return (id, locale) => {
    const versions = byId.get(id);
    return versions?.find((page) => page.locale === locale) ?? versions?.find(isSource);
  };
}

/** A translation stands in for no other language: the site shows it in its own only. */
const isSource = ({ isTranslation = false }: Page): boolean => !isTranslation;

/**
 * Finds problems between pages: missing pages, cycles, pages of one chain in different accounts.
 *
 * @param unreadable ids of pages that are there and cannot be read
 */
export function checkPages(pages: readonly Page[], unreadable: ReadonlySet<string> = new Set()): Problem[] {
  const lookup = lookupIn(pages);
  return [
    ...twice(pages),
    ...pages.flatMap((page) => requirementProblems(page, pages, { lookup, unreadable })),
    ...cycleProblems(pages, lookup),
  ];
}

/** Two files with one id: `a.md` beside `a.mdx`. */
function twice(pages: readonly Page[]): Problem[] {
  const first = new Map<string, Page>();
  return pages.flatMap((page) => {
    const key = `${page.locale}:${page.id}`;
    const known = first.get(key);
    if (known) return [problemAt(page.file, { line: 1, column: 1 }, 'same-page', page.id, known.file)];
    first.set(key, page);
    return [];
  });
}

/** There is no file that describes the account of a page. */
export const missingAccount = (page: Page, file: string): Problem =>
  problemAt(page.file, { line: 1, column: 1 }, 'missing-account', page.account, file);

/** The pages that must have been run before `page`, each once, in the order to run them. */
export function prerequisites(page: Page, pages: readonly Page[]): Page[] {
  return prerequisitesIn(pages)(page);
}

/** Returns a function that finds the prerequisites of one page after another: the pages are indexed once. */
export function prerequisitesIn(pages: readonly Page[]): (page: Page) => Page[] {
  const lookup = lookupIn(pages);
  return (page) => inOrder([page], lookup).filter((other) => other !== page);
}

/** All of `pages`, in the given order except that a required page stands before those that require it. */
export function orderPages(pages: readonly Page[]): Page[] {
  return inOrder(pages, lookupIn(pages));
}

function inOrder(pages: readonly Page[], lookup: Lookup): Page[] {
  const ordered: Page[] = [];
  const seen = new Set<Page>();
  const visit = (page: Page) => {
    if (seen.has(page)) return;
    seen.add(page);
    for (const required of requiredBy(page, lookup)) visit(required);
    ordered.push(page);
  };
  pages.forEach(visit);
  return ordered;
}

function requiredBy(page: Page, lookup: Lookup): Page[] {
  return page.requires.flatMap((id) => lookup(id, page.locale) ?? []);
}

const placeOf = (page: Page, index: number) => page.requiresPlaces?.[index] ?? { line: 1, column: 1 };
const accountOf = (page: Page) => accountPath(page, page.account);

function requirementProblems(
  page: Page,
  pages: readonly Page[],
  { lookup, unreadable }: { readonly lookup: Lookup; readonly unreadable: ReadonlySet<string> },
): Problem[] {
  return page.requires.flatMap((id, index) => {
    const place = placeOf(page, index);
    const required = lookup(id, page.locale);
    if (!required && unreadable.has(id)) return [];
    if (!required)
      return [problemAt(page.file, place, 'missing-page', id, nearestPage(id, seenFrom(page, pages)))];
    if (accountOf(required) === accountOf(page)) return [];
    return [problemAt(page.file, place, 'other-account', id, accountOf(required), accountOf(page))];
  });
}

const seenFrom = ({ locale }: Page, pages: readonly Page[]) =>
  pages.filter((page) => page.locale === locale || isSource(page));

/** By the whole id, else by its last part: a writer may have left the folder out. */
function nearestPage(id: string, pages: readonly Page[]): string | undefined {
  const ids = [...new Set(pages.map((page) => page.id))];
  const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  return ids.find((other) => lastPart(other) === lastPart(id)) ?? closestMatch(id, ids);
}

/** One problem a circle, at the page of it that comes first. */
function cycleProblems(pages: readonly Page[], lookup: Lookup): Problem[] {
  const problems = new Map<string, Problem>();
  const done = new Set<Page>();
  const visit = (page: Page, path: readonly Page[]) => {
    const start = path.indexOf(page);
    if (start >= 0) {
      const cycle = fromFirst(path.slice(start), pages);
      problems.set(cycle.map((one) => one.file).join('\n'), cycleProblem(cycle));
    } else if (!done.has(page)) {
      for (const required of requiredBy(page, lookup)) visit(required, [...path, page]);
      done.add(page);
    }
  };
  for (const page of pages) visit(page, []);
  return [...problems.values()];
}

function fromFirst(cycle: readonly Page[], pages: readonly Page[]): Page[] {
  const order = cycle.map((page) => pages.indexOf(page));
  const first = order.indexOf(Math.min(...order));
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

function cycleProblem(cycle: readonly Page[]): Problem {
  const [first, second = cycle[0]] = cycle as [Page, Page?];
  const ids = [...cycle, first].map((page) => page.id);
  const place = placeOf(first, first.requires.indexOf(second?.id ?? first.id));
  return problemAt(first.file, place, 'requires-cycle', ids);
}
