import { compareHeadings } from '../compare-headings.ts';
import { readOutline } from '../outline.ts';
import { proseKey } from '../prose.ts';
import { scanPage } from '../scan.ts';
import type { PageStatus } from '../types.ts';
import { textsAt } from './git-history.ts';
import type { Site } from './site.ts';

/** A place of a source whose change has put a translation out of date. */
export interface Outdated {
  readonly status: PageStatus;
  readonly kind: 'changed' | 'new' | 'removed';
  /** As it reads in the source; empty for what stands before the first, and for whole pages. */
  readonly heading: string;
  readonly line: number;
}

/**
 * Finds what changes since a revision leave to translators: headings that have changed, pages that are new or gone.
 *
 * @throws UsageError for a revision that git does not know
 */
export function outdatedSince(site: Site, statuses: readonly PageStatus[], revision: string): Outdated[] {
  const files = [...new Set(statuses.map(({ sourceFile }) => sourceFile))];
  const before = textsAt(site.root, revision, files);
  const now = new Map(site.pairs.map(({ sourceFile, source }) => [sourceFile, source]));
  return statuses.flatMap((status): Outdated[] => {
    const [old, source] = [before.get(status.sourceFile), now.get(status.sourceFile)];
    const whole = { status, heading: '', line: 1 };
    if (status.state === 'orphan') return old === undefined ? [] : [{ ...whole, kind: 'removed' }];
    if (status.state === 'missing') return old === undefined ? [{ ...whole, kind: 'new' }] : [];
    if (status.state !== 'stale' || source === undefined) return [];
    return changedHeadings(status, old ?? '', source);
  });
}

function changedHeadings(status: PageStatus, old: string, source: string): Outdated[] {
  const { changed } = compareHeadings(scanPage(source).prose, scanPage(old).prose);
  const names = new Set(changed.map(({ heading }) => heading));
  const read = readOutline(source, status.sourceFile);
  if ('problems' in read) return [];
  return read.outline.sections
    .filter(({ heading }) => names.has(proseKey(heading)))
    .map(({ heading }): Outdated => {
      return { status, kind: 'changed', heading: heading?.text ?? '', line: heading?.span.start.line ?? 1 };
    });
}
