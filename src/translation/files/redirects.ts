import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileChange, leadsOut, UsageError } from '../../project/index.ts';

/** Ids of pages that have moved, each with the id that it has now. */
const REDIRECTS_FILE = 'docs/_redirects.json';

/** @throws UsageError for a file of another form */
export function readRedirects(root: string): Readonly<Record<string, string>> {
  return parseRedirects(readText(root) ?? '{}');
}

function readText(root: string): string | undefined {
  const file = join(root, REDIRECTS_FILE);
  if (!existsSync(file)) return undefined;
  if (leadsOut(root, REDIRECTS_FILE))
    throw new UsageError(`${REDIRECTS_FILE} is behind a link that leads out of the project: it is not read.`);
  return readFileSync(file, 'utf8');
}

function parseRedirects(text: string): Readonly<Record<string, string>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${REDIRECTS_FILE} is not JSON: ${(error as Error).message}.`);
  }
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (isMap && Object.values(value as object).every((id) => typeof id === 'string'))
    return value as Record<string, string>;
  throw new UsageError(`${REDIRECTS_FILE} must be {"course/old": "course/new"}: ids of pages.`);
}

/** Adds moves of pages to the list of redirects; earlier ones lead on to the new place. */
export function movedRedirects(root: string, ids: ReadonlyMap<string, string>): FileChange[] {
  const before = readText(root);
  const known = parseRedirects(before ?? '{}');
  const led = Object.entries(known).map(([from, to]) => [from, ids.get(to) ?? to] as const);
  const all = Object.entries(Object.fromEntries([...led, ...ids]))
    // A page that has come back is no redirect.
    .filter(([from, to]) => from !== to && ![...ids.values()].includes(from))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (all.length === 0 && before === undefined) return [];
  const after = `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`;
  return after === before ? [] : [{ file: REDIRECTS_FILE, before, after }];
}
