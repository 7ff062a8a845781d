import type { Problem } from '../procedure/index.ts';
import { type FileChange, UsageError } from '../project/index.ts';
import { applyEdits } from './edits.ts';
import { readOutline } from './outline.ts';
import { at, untranslated } from './pair-problems.ts';
import { scanPage } from './scan.ts';
import { markEdit } from './settings.ts';
import type { PagePair } from './types.ts';
import { untranslatedLines, withoutAllowed } from './untranslated.ts';

export type AcceptResult = { readonly change: FileChange } | { readonly problems: readonly Problem[] };

/**
 * Marks a translation as made from its source as the source is now.
 *
 * @throws UsageError for a pair without a source or without a translation
 */
export function acceptPage(pair: PagePair, sourceLocale: string): AcceptResult {
  const { source, translation, file, sourceFile, locale } = pair;
  if (source === undefined)
    throw new UsageError(`${file} is an orphan: there is no ${sourceFile} to be up to date with.`);
  if (translation === undefined)
    throw new UsageError(`${sourceFile} is not translated: there is no ${file}.`);
  const [theirs, ours] = [readOutline(source, sourceFile), readOutline(translation, file)];
  if ('problems' in theirs) return theirs;
  if ('problems' in ours) return ours;
  const scan = scanPage(source);
  const same = untranslatedLines(scan, scanPage(translation), { sourceLocale, locale });
  const left = withoutAllowed(same, ours.outline.frontMatter.allow);
  if (left.length > 0)
    return {
      problems: left.map(({ line, text }) => at(file, { line, column: 1 }, untranslated(text, sourceFile))),
    };
  return {
    change: {
      file,
      before: translation,
      after: applyEdits(translation, [markEdit(ours.outline, scan.prose)]),
    },
  };
}
