import { spawnSync } from 'node:child_process';
import type { Problem } from '../../procedure/index.ts';
import type { ParseCache } from '../../project/index.ts';
import { quickStatus } from '../quick-status.ts';
import type { PagePair, PageStatus } from '../types.ts';
import type { Site } from './site.ts';

export interface SiteStatus {
  readonly statuses: readonly PageStatus[];
  /** Pages that cannot be read. */
  readonly unreadable: readonly Problem[];
}

/**
 * Finds how every translation of a site stands to its source. Git is asked once, and only where a source has changed.
 *
 * @param cache keeps the states of pairs that must be parsed, as long as neither of their texts changes
 */
export async function siteStatus(
  { root, locales }: Site,
  pairs: readonly PagePair[],
  cache?: ParseCache,
): Promise<SiteStatus> {
  let blobs: ReadonlyMap<string, string> | undefined;
  const oldSource = (id: string): string | undefined => {
    blobs ??= readBlobs(root, mentioned(pairs));
    return blobs.get(id);
  };
  const statuses: PageStatus[] = [];
  const unreadable: Problem[] = [];
  for (const pair of pairs) {
    const known = quickStatus(pair) ?? (cache?.find(pair.file, textsOf(pair)) as PageStatus | undefined);
    if (known) {
      statuses.push(known);
      continue;
    }
    // The parser is loaded only for pages that need it.
    const { parsedStatus } = await import('../status.ts');
    const reading = parsedStatus(pair, { oldSource, sourceLocale: locales.source });
    if ('status' in reading) {
      statuses.push(reading.status);
      if (isSettled(reading.status)) cache?.keep(pair.file, textsOf(pair), reading.status);
    } else unreadable.push(...reading.unreadable);
  }
  return { statuses, unreadable: unique(unreadable) };
}

const textsOf = ({ source = '', translation = '' }: PagePair): string => `${source}\0${translation}`;

/** A later clone may have the old source that this one lacks. */
const isSettled = ({ state, changes }: PageStatus): boolean => state !== 'stale' || changes !== undefined;

/** Collects possible blob ids of sources from the front matter of each translation. */
function mentioned(pairs: readonly PagePair[]): string[] {
  const ids = pairs.flatMap(({ translation = '' }) => {
    const frontMatter = translation.slice(0, translation.indexOf('\n---', 3));
    return [...frontMatter.matchAll(/\b[0-9a-f]{40}\b/g)].map(([id]) => id);
  });
  return [...new Set(ids)];
}

/** A source that cannot be read is in the way of all its translations. */
function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** The texts of git blobs, by id; those that git does not have are left out, all of them where there is no git. */
function readBlobs(root: string, ids: readonly string[]): Map<string, string> {
  const blobs = new Map<string, string>();
  if (ids.length === 0) return blobs;
  const { stdout } = spawnSync('git', ['cat-file', '--batch'], {
    cwd: root,
    input: `${ids.join('\n')}\n`,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 2 ** 30,
  });
  // Each: "<id> blob <size>\n<content>\n", or "<id> missing\n".
  let rest: Buffer = stdout ?? Buffer.alloc(0);
  while (rest.length > 0) {
    const lineEnd = rest.indexOf('\n');
    if (lineEnd === -1) break;
    const [id = '', type, size] = rest.subarray(0, lineEnd).toString().split(' ');
    const length = size === undefined ? undefined : Number(size);
    if (length !== undefined && type === 'blob')
      blobs.set(id, rest.subarray(lineEnd + 1, lineEnd + 1 + length).toString('utf8'));
    rest = rest.subarray(lineEnd + 1 + (length === undefined ? 0 : length + 1));
  }
  return blobs;
}
