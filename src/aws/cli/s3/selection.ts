import type { Value } from '../argparse/index.ts';
import { byCodePoint, type TransferEntry } from './entries.ts';
import { isS3, joinPath, pathOf, splitS3 } from './location.ts';
import type { TransferRoute } from './paths.ts';

interface Rule {
  readonly includes: boolean;
  readonly patterns: readonly RegExp[];
}

/** True for what `--exclude` and `--include` leave in; the last rule that matches decides. */
export type PathFilter = (path: string) => boolean;

/** Patterns hold below the folder of either side. `words` are flags and values in turn. */
export function filterOf(
  words: readonly string[],
  given: readonly [string, string],
  { folder }: Pick<TransferRoute, 'folder'>,
  cwd: string,
): PathFilter {
  const roots = given.map((path) => rootOf(path, folder, cwd));
  const rules: Rule[] = [];
  for (let at = 0; at < words.length; at += 2) {
    const patterns = roots.map((root) => matcher(joinPath(root, words[at + 1] ?? '')));
    rules.push({ includes: words[at] === '--include', patterns });
  }
  return (path) => {
    let included = true;
    for (const { includes, patterns } of rules)
      if (patterns.some((pattern) => pattern.test(path))) included = includes;
    return included;
  };
}

function rootOf(path: string, folder: boolean, cwd: string): string {
  if (!isS3(path)) return pathOf(folder ? path : path.slice(0, path.lastIndexOf('/') + 1), { cwd });
  const { bucket, key } = splitS3(path);
  const prefix = folder || key.endsWith('/') ? key : key.split('/').slice(0, -1).join('/');
  return `${bucket}/${prefix}`;
}

/** Python's `fnmatch`: `*` and `?` also match `/`; `[seq]`, `[!seq]`. */
function matcher(pattern: string): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] ?? '';
    const end = char === '[' ? pattern.indexOf(']', at + (pattern[at + 1] === '!' ? 3 : 2)) : -1;
    if (char === '*') source += '.*';
    else if (char === '?') source += '.';
    else if (end > 0) {
      source += setOf(pattern.slice(at + 1, end));
      at = end;
    } else source += literal(char);
  }
  return new RegExp(`^${source}$`, 'su');
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function setOf(content: string): string {
  const negated = content.startsWith('!');
  const characters = (negated ? content.slice(1) : content).replace(/[\\^[\]]/g, '\\$&');
  return `[${negated ? '^' : ''}${characters}]`;
}

type Values = ReadonlyMap<string, Value>;

/** Yields the changes of a sync: new or changed sources and, with `--delete`, entries that only the target has. */
export function* changes(
  sources: readonly TransferEntry[],
  targets: readonly TransferEntry[],
  values: Values,
): Generator<TransferEntry> {
  const there = new Map(targets.map((target) => [target.key, target]));
  const here = new Set(sources.map(({ key }) => key));
  const gone = values.has('delete') ? targets.filter(({ key }) => !here.has(key)) : [];
  const removals = gone.map((target): TransferEntry => ({ ...target, action: 'delete' }));
  // One list in the order of keys, as the CLI walks both sides.
  for (const entry of [...sources, ...removals].sort((a, b) => byCodePoint(a.key, b.key))) {
    const target = there.get(entry.key);
    if (entry.action === 'delete' || !target || differs(entry, target, values)) yield entry;
  }
}

function differs(source: TransferEntry, target: TransferEntry, values: Values): boolean {
  if (source.size !== target.size) return true;
  if (values.has('size-only')) return false;
  const later = (target.modified?.getTime() ?? 0) - (source.modified?.getTime() ?? 0);
  if (source.action !== 'download') return later < 0;
  return values.has('exact-timestamps') ? later !== 0 : later > 0;
}
