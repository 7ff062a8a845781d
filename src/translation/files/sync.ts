import type { Problem } from '../../procedure/index.ts';
import type { FileChange } from '../../project/index.ts';
import { readOutline } from '../outline.ts';
import { syncPage } from '../sync.ts';
import type { PagePair } from '../types.ts';

export interface SiteSync {
  /** Of the pages that change. */
  readonly changes: readonly FileChange[];
  readonly mended: readonly Problem[];
  readonly left: readonly Problem[];
  readonly unreadable: readonly Problem[];
}

/** What syncing all these pages comes to; nothing is written. */
export function syncSite(pairs: readonly PagePair[]): SiteSync {
  const changes: FileChange[] = [];
  const [mended, left, unreadable]: [Problem[], Problem[], Problem[]] = [[], [], []];
  for (const { source, translation, sourceFile, file } of pairs) {
    if (source === undefined || translation === undefined) continue;
    const [theirs, ours] = [readOutline(source, sourceFile), readOutline(translation, file)];
    for (const reading of [theirs, ours]) if ('problems' in reading) unreadable.push(...reading.problems);
    if ('problems' in theirs || 'problems' in ours) continue;
    const result = syncPage(theirs.outline, ours.outline);
    if (result.text !== translation) changes.push({ file, before: translation, after: result.text });
    mended.push(...result.mended);
    left.push(...result.left);
  }
  return { changes, mended, left, unreadable };
}
