import type { Problem } from '../procedure/index.ts';
import type { Edit } from './edits.ts';
import type { Outline, Section } from './outline.ts';
import { anchorDiffers, anchorMissing, at } from './pair-problems.ts';

type Change = { readonly edit: Edit; readonly problem: Problem };

/** The anchor of a heading as written, with the space before it; also one of other letters than a link's. */
const WRITTEN = /[ \t]*\{(?:\/\*)?\s*#[^{}]*\}[ \t]*$/;

/**
 * Makes the anchor of a heading that of its source: links hold in every language only where they are the same. A heading
 * without one would get one of its own language.
 */
export function anchorEdit(
  pair: { readonly source: Section; readonly translation: Section },
  outlines: { readonly source: Outline; readonly translation: Outline },
): Change | undefined {
  const [theirs, ours] = [pair.source.heading, pair.translation.heading];
  if (!theirs?.anchor || !ours || theirs.anchor === ours.anchor) return undefined;
  const from = `${outlines.source.file}:${theirs.span.start.line}`;
  const { file, source } = outlines.translation;
  if (ours.anchorSpan) {
    const { start, end } = ours.anchorSpan;
    return {
      edit: { start: start.offset, end: end.offset, text: theirs.anchor },
      problem: at(file, start, anchorDiffers(ours.anchor, theirs.anchor, from)),
    };
  }
  const line = ours.span.end.line;
  const text = source.line(line);
  const written = WRITTEN.exec(text)?.[0] ?? '';
  const end = text.trimEnd().length;
  const start = written === '' ? end : text.length - written.length;
  const place = source.at(line, start);
  const right = WRITTEN.exec(outlines.source.source.line(theirs.span.end.line))?.[0].trimEnd() ?? '';
  return {
    edit: {
      start: place.offset,
      end: source.at(line, written === '' ? end : text.length).offset,
      text: right,
    },
    problem: at(file, place, anchorMissing(theirs.anchor, from)),
  };
}
