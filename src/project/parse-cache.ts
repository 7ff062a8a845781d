import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { realTarget } from './real-target.ts';

/** Remembers what a parser made of the last text of each file: a text that has not changed is not parsed again. */
export function memoize<Where, Result>(
  parse: (text: string, where: Where) => Result,
  fileOf: (where: Where) => string,
): (text: string, where: Where) => Result {
  const known = new Map<string, { readonly sum: string; readonly result: Result }>();
  return (text, where) => {
    const file = fileOf(where);
    const last = known.get(file);
    const sum = checksum(text);
    if (last?.sum === sum) return last.result;
    const result = parse(text, where);
    known.set(file, { sum, result });
    return result;
  };
}

/** Results of parsers, kept on the disk from command to command. */
export interface ParseCache {
  /** Finds the result that was kept for exactly this text of the file; undefined when there is none. */
  find(file: string, text: string): unknown;
  /** Keeps a result, which must survive JSON. Does nothing where the disk refuses: a cache is never needed. */
  keep(file: string, text: string, result: unknown): void;
  /** Removes the entries of files that were neither found nor kept since the cache was opened. */
  sweep(): void;
}

/** Takes the result that was kept for exactly this text of the file, or makes it and keeps it. */
export async function cached<Result>(
  cache: ParseCache | undefined,
  file: string,
  text: string,
  make: () => Result | Promise<Result>,
): Promise<Result> {
  const kept = cache?.find(file, text) as Result | undefined;
  if (kept !== undefined) return kept;
  const result = await make();
  cache?.keep(file, text, result);
  return result;
}

/** `pages`: pages and account files; `translations`: states of translations; `lint`: findings in courses and files. */
export type CachedKind = 'pages' | 'translations' | 'lint';

/** Below the project. npm and git leave the folder alone, and `npm ci` empties it. */
const FOLDER = 'node_modules/.cache/tejun';

/**
 * Opens the cache of a project: one entry for each file, so that its size is bounded by the project's. Each entry is
 * written to a file of its own and renamed, and begins with a checksum over the build, the text and the result. So
 * runs at the same time, a crash, another version and damage cost a parsing at most.
 *
 * @param root absolute path of the project
 * @param kind of results; each kind has a folder of its own
 * @param build names the code that parses: entries of other builds are not used
 * @returns undefined for a project without a `node_modules` folder, in which nothing is created, and for one whose cache is
 *   a link to somewhere else
 */
export function openParseCache(root: string, kind: CachedKind, build: string): ParseCache | undefined {
  if (!existsSync(join(root, 'node_modules'))) return undefined;
  const folder = join(root, FOLDER, kind);
  if (!isWithin(join(root, 'node_modules'), folder)) return undefined;
  const used = new Set<string>();
  let isWritable = true;
  return {
    find: (file, text) => {
      const name = entryName(file);
      used.add(name);
      const entry = readEntry(join(folder, name));
      if (entry?.sum !== checksum(build, file, text, entry?.json ?? '')) return undefined;
      return JSON.parse(entry.json);
    },
    keep: (file, text, result) => {
      if (!isWritable) return;
      const name = entryName(file);
      used.add(name);
      const json = JSON.stringify(result);
      isWritable = writeEntry(folder, name, `${checksum(build, file, text, json)}\n${json}`);
    },
    sweep: () => removeOthers(folder, used),
  };
}

function isWithin(root: string, folder: string): boolean {
  try {
    realTarget(root, folder);
    return true;
  } catch {
    return false;
  }
}

const entryName = (file: string): string =>
  `${createHash('sha256').update(file).digest('hex').slice(0, 32)}.json`;

function checksum(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

function readEntry(path: string): { readonly sum: string; readonly json: string } | undefined {
  try {
    const entry = readFileSync(path, 'utf8');
    const end = entry.indexOf('\n');
    return { sum: entry.slice(0, end), json: entry.slice(end + 1) };
  } catch {
    return undefined;
  }
}

/** @returns whether it could be written */
function writeEntry(folder: string, name: string, content: string): boolean {
  const unfinished = join(folder, `${name}.${process.pid}.unfinished`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, content);
    renameSync(unfinished, join(folder, name));
    return true;
  } catch {
    removeQuietly(unfinished);
    return false;
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing can be written there, so there is nothing to remove.
  }
}

/** Names of entries, and of those that are being written. Nothing else in the folder is ours to remove. */
const ENTRY = /^[0-9a-f]{32}\.json(?:\.\d+\.unfinished)?$/;
/** A file that another run is just writing is left alone. */
const UNFINISHED_MS = 60_000;

function removeOthers(folder: string, used: ReadonlySet<string>): void {
  try {
    for (const name of readdirSync(folder)) {
      if (used.has(name)) continue;
      const path = join(folder, name);
      if (!ENTRY.test(name)) continue;
      const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (name.endsWith('.json') || age > UNFINISHED_MS) rmSync(path, { force: true });
    }
  } catch {
    // There is no such folder yet, or it belongs to somebody else.
  }
}
