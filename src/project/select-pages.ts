import { relative, resolve } from 'node:path';
import { say } from '../language/index.ts';
import { closestMatches, courseOf } from '../procedure/index.ts';
import { UsageError } from './usage-error.ts';

/** A page, or a page with its translation, that a command may be asked for. */
export interface Selectable {
  readonly id: string;
  readonly locale: string;
}

export interface Selection<Item extends Selectable> {
  /** Absolute path of the project. */
  readonly root: string;
  /** Base of relative paths among the names; the project when absent. */
  readonly cwd?: string;
  /** Items in the languages asked for. */
  readonly candidates: readonly Item[];
  /** Items in all languages, to explain a name that exists in others only. */
  readonly all: readonly Item[];
  /** Paths that name an item, relative to the project. */
  filesOf(item: Item): readonly string[];
  /** Command that lists all pages. */
  readonly listedBy: string;
}

/**
 * Selects the pages that names stand for: a path, an id, a course or folder, or the unambiguous end of an id.
 *
 * @returns the selected candidates in their order; all of them when no name is given
 * @throws UsageError for a name that matches nothing, or the ends of several ids
 */
export function selectPages<Item extends Selectable>(
  names: readonly string[],
  selection: Selection<Item>,
): Item[] {
  const { candidates } = selection;
  if (names.length === 0) return [...candidates];
  const chosen = new Set(names.flatMap((name) => named(name, selection)));
  return candidates.filter((item) => chosen.has(item));
}

/** Checks the languages asked for. @returns them in the order of `known` @throws UsageError for one that is not known */
export function selectLocales(known: readonly string[], asked: readonly string[]): string[] {
  for (const locale of asked) {
    if (known.includes(locale)) continue;
    throw new UsageError(
      say`Unknown locale "${locale}". The pages are written in: ${known.join(', ') || say`no other language`}.`,
    );
  }
  return known.filter((locale) => asked.includes(locale));
}

function named<Item extends Selectable>(name: string, selection: Selection<Item>): Item[] {
  const { candidates, all, listedBy } = selection;
  const found = byPath(name, candidates, selection) ?? byId(name, candidates);
  if (found) return found;
  const elsewhere = byPath(name, all, selection) ?? byId(name, all);
  if (elsewhere) {
    const locales = [...new Set(elsewhere.map(({ locale }) => locale))].join(', ');
    throw new UsageError(
      say`The page "${name}" exists only in the locale ${locales}: leave --locale out, or add it.`,
    );
  }
  const near = closestMatches(
    name,
    candidates.flatMap((item) => spellings(item, selection)),
  );
  const hint =
    near.length > 0 ? say`Did you mean ${near.join(', ')}?` : say`\`${listedBy}\` lists the pages.`;
  throw new UsageError(say`There is no page "${name}". ${hint}`);
}

/** A file, or all files of a folder. */
function byPath<Item extends Selectable>(
  name: string,
  items: readonly Item[],
  { root, cwd = root, filesOf }: Selection<Item>,
): Item[] | undefined {
  const paths = [cwd, root].map((base) => relative(root, resolve(base, name)).replaceAll('\\', '/'));
  const tests: ((file: string) => boolean)[] = [
    (file) => paths.includes(file),
    (file) => paths.some((path) => path !== '' && file.startsWith(`${path}/`)),
  ];
  return firstMatches(
    items,
    tests.map((test) => (item: Item) => filesOf(item).some(test)),
  );
}

/** An id, a course or a folder of one, or the end of one id. */
function byId<Item extends Selectable>(name: string, items: readonly Item[]): Item[] | undefined {
  const id = name.replace(/\.mdx?$/, '').replace(/\/$/, '');
  const exact = firstMatches(items, [(item) => item.id === id, (item) => item.id.startsWith(`${id}/`)]);
  if (exact) return exact;
  const matches = items.filter((item) => item.id.endsWith(`/${id}`));
  const ids = [...new Set(matches.map((item) => item.id))];
  if (ids.length > 1)
    throw new UsageError(
      say`"${name}" could be any of these pages: ${ids.join(', ')}. Write one of them in full.`,
    );
  return matches.length > 0 ? matches : undefined;
}

function firstMatches<Item>(
  items: readonly Item[],
  tests: readonly ((item: Item) => boolean)[],
): Item[] | undefined {
  for (const test of tests) {
    const found = items.filter(test);
    if (found.length > 0) return found;
  }
  return undefined;
}

function spellings<Item extends Selectable>(item: Item, { filesOf }: Selection<Item>): string[] {
  const { id } = item;
  return [id, id.split('/').at(-1) ?? id, ...filesOf(item), courseOf(id)];
}
