import { problemAt } from './problems.ts';
import type { Problem } from './types.ts';

/** In characters: the time to parse a paragraph grows with the square of its length. */
export const LONGEST_PARAGRAPH = 20_000;

/** Checks a page before it is parsed. */
export function longParagraphProblem(text: string, file: string): Problem | undefined {
  const found = findLongParagraph(text);
  const place = { line: found?.line ?? 1, column: 1 };
  return found && problemAt(file, place, 'long-paragraph', found.length, LONGEST_PARAGRAPH);
}

/** Begins or ends a block of code. */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Finds the first paragraph that is too long: lines outside of code with no blank line between them. */
export function findLongParagraph(text: string): { line: number; length: number } | undefined {
  let [begin, length, open] = [1, 0, ''];
  for (const [index, line] of text.split('\n').entries()) {
    const fence = FENCE.exec(line)?.[1];
    if (open !== '' || fence !== undefined || line.trim() === '') {
      if (length > LONGEST_PARAGRAPH) break;
      if (open === '') open = fence ?? '';
      else if (fence?.startsWith(open)) open = '';
      [begin, length] = [index + 2, 0];
    } else length += line.length + 1;
  }
  return length > LONGEST_PARAGRAPH ? { line: begin, length } : undefined;
}
