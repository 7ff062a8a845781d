import type { Problem } from '../../procedure/index.ts';
import type { FileChange } from '../../project/index.ts';
import { readOutline } from '../outline.ts';
import { syncPage } from '../sync.ts';
import type { PagePair } from '../types.ts';

export interface SiteSync {
  /** Of the pages that change. */
  readonly changes: readonly FileChange[];
  readonly fixed: readonly Problem[];
  readonly left: readonly Problem[];
  readonly unreadable: readonly Problem[];
}

/** Computes the result of syncing pages; writes nothing. */
export function syncSite(pairs: readonly PagePair[]): SiteSync {
  const changes: FileChange[] = [];
  const [fixed, left, unreadable]: [Problem[], Problem[], Problem[]] = [[], [], []];
  for (const { source, translation, sourceFile, file } of pairs) {
    if (source === undefined || translation === undefined) continue;
    const [theirs, ours] = [readOutline(source, sourceFile), readOutline(translation, file)];
    for (const reading of [theirs, ours]) if ('problems' in reading) unreadable.push(...reading.problems);
    if ('problems' in theirs || 'problems' in ours) continue;
    const result = syncPage(theirs.outline, ours.outline);
    if (result.text !== translation) changes.push({ file, before: translation, after: result.text });
    fixed.push(...result.fixed);
    left.push(...result.left);
  }
  return { changes, fixed, left, unreadable };
}
