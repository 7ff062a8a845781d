import type { Problem } from '../../procedure/index.ts';
import type { ParseCache } from '../../project/index.ts';
import { quickStatus } from '../quick-status.ts';
import { orphanProblemsIn } from '../renamed.ts';
import type { PagePair, PageStatus } from '../types.ts';
import { gitHistory } from './git-history.ts';
import type { Site } from './site.ts';

export interface SiteStatus {
  readonly statuses: readonly PageStatus[];
  /** Pages that cannot be read. */
  readonly unreadable: readonly Problem[];
}

/**
 * Finds how every translation of a site stands to its source. Git is asked once, and only where a source has changed.
 *
 * @param cache keeps the state of each pair, as long as neither of its texts changes
 */
export async function siteStatus(
  { root, locales }: Site,
  pairs: readonly PagePair[],
  cache?: ParseCache,
): Promise<SiteStatus> {
  const history = gitHistory(root, mentioned(pairs));
  const orphanProblem = orphanProblemsIn(pairs);
  const statuses: PageStatus[] = [];
  const unreadable: Problem[] = [];
  for (const pair of pairs) {
    const name = `${pair.file}?${locales.source}`;
    const kept = cache?.find(name, bothTextsOf(pair)) as PageStatus | undefined;
    const known = kept ?? quickStatus(pair, locales.source);
    if (known) {
      if (!kept) cache?.keep(name, bothTextsOf(pair), known);
      const problems = known.state === 'orphan' ? [orphanProblem(pair)] : known.problems;
      statuses.push({ ...known, problems });
      continue;
    }
    // The parser is loaded only for pages that need it.
    const { parsedStatus } = await import('../status.ts');
    const reading = parsedStatus(pair, { history, sourceLocale: locales.source });
    if ('status' in reading) {
      statuses.push(reading.status);
      if (isSettled(reading.status)) cache?.keep(name, bothTextsOf(pair), reading.status);
    } else unreadable.push(...reading.unreadable);
  }
  return { statuses, unreadable: unique(unreadable) };
}

/** Both texts of a pair as one: as long as it is the same, so is the state. A page that is not there is no empty one. */
export const bothTextsOf = ({ source, translation }: PagePair): string => `${source}\0${translation}`;

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
