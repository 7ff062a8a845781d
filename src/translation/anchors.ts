import type { Problem } from '../procedure/index.ts';
import type { Edit } from './edits.ts';
import type { Outline, Section } from './outline.ts';
import { anchorDiffers, at } from './pair-problems.ts';

/** Makes the anchor of a heading that of its source: links hold in every language only where they are the same. */
export function anchorEdit(
  pair: { readonly source: Section; readonly translation: Section },
  outlines: { readonly source: Outline; readonly translation: Outline },
): { readonly edit: Edit; readonly problem: Problem } | undefined {
  const [theirs, ours] = [pair.source.heading, pair.translation.heading];
  if (!theirs?.anchor || !ours?.anchorSpan || theirs.anchor === ours.anchor) return undefined;
  const { start, end } = ours.anchorSpan;
  const from = `${outlines.source.file}:${theirs.span.start.line}`;
  return {
    edit: { start: start.offset, end: end.offset, text: theirs.anchor },
    problem: at(outlines.translation.file, start, anchorDiffers(ours.anchor, theirs.anchor, from)),
  };
}
