import type { Problem } from '../procedure/index.ts';
import { type FileChange, UsageError } from '../project/index.ts';
import { applyEdits } from './edits.ts';
import { readOutline } from './outline.ts';
import { blobId, proseHash } from './prose.ts';
import { markEdit } from './settings.ts';
import type { PagePair } from './types.ts';

export type AcceptResult = { readonly change: FileChange } | { readonly problems: readonly Problem[] };

/**
 * Marks a translation as made from its source as the source is now.
 *
 * @throws UsageError for a pair without a source or without a translation
 */
export function acceptPage({ source, translation, file, sourceFile }: PagePair): AcceptResult {
  if (source === undefined)
    throw new UsageError(`${file} is an orphan: there is no ${sourceFile} to be up to date with.`);
  if (translation === undefined)
    throw new UsageError(`${sourceFile} is not translated: there is no ${file}.`);
  const [theirs, ours] = [readOutline(source, sourceFile), readOutline(translation, file)];
  if ('problems' in theirs) return theirs;
  if ('problems' in ours) return ours;
  const mark = { source: blobId(source), prose: proseHash(theirs.outline) };
  return {
    change: { file, before: translation, after: applyEdits(translation, [markEdit(ours.outline, mark)]) },
  };
}
