import { findDeepLine } from './deep-line.ts';
import { findLongParagraph, LONGEST_PARAGRAPH } from './long-paragraph.ts';
import { problemAt } from './problems.ts';
import type { Problem } from './types.ts';

/** Checks a page before it is parsed, for what would take the parser too long or end it. */
export function hardToParse(text: string, file: string): Problem | undefined {
  const long = findLongParagraph(text);
  if (long) return problemAt(file, at(long.line), 'long-paragraph', long.length, LONGEST_PARAGRAPH);
  const deep = findDeepLine(text);
  return deep && problemAt(file, at(deep.line), 'deep-line', deep.depth);
}

const at = (line: number) => ({ line, column: 1 });
