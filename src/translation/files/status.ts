import type { Problem } from '../../procedure/index.ts';
import { pageStatus } from '../status.ts';
import type { PagePair, PageStatus } from '../types.ts';
import { readBlobs } from './git.ts';
import type { Site } from './site.ts';

export interface SiteStatus {
  readonly statuses: readonly PageStatus[];
  /** Pages that cannot be read. */
  readonly unreadable: readonly Problem[];
}

/** How every translation of a site stands to its source. Git is asked once, and only where a source has changed. */
export function siteStatus({ root, locales }: Site, pairs: readonly PagePair[]): SiteStatus {
  let blobs: ReadonlyMap<string, string> | undefined;
  const oldSource = (id: string): string | undefined => {
    blobs ??= readBlobs(root, mentioned(pairs));
    return blobs.get(id);
  };
  const statuses: PageStatus[] = [];
  const unreadable: Problem[] = [];
  for (const pair of pairs) {
    const reading = pageStatus(pair, { oldSource, sourceLocale: locales.source });
    if ('status' in reading) statuses.push(reading.status);
    else unreadable.push(...reading.unreadable);
  }
  return { statuses, unreadable: unique(unreadable) };
}

/** What may be the blob id of a source, in the front matter of each translation. */
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
