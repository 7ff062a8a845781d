/** No page that people read comes near: the longest token or policy on one line is a tenth of it. */
export const LONGEST_LINE = 10_000;
/** In characters. */
export const LARGEST_TEXT = 1_000_000;

/** Text that is too large to be somebody's procedure, with the line (from 1) that is too long. */
export interface Oversize {
  readonly line?: number;
  readonly length: number;
}

/**
 * Finds what is too large in a text from outside. The checks of a line may take time that grows with the square of its
 * length, so that a limit keeps every text a matter of a moment.
 *
 * @example findOversize('short\n' + 'x'.repeat(10_001)) // { line: 2, length: 10001 }
 */
export function findOversize(text: string): Oversize | undefined {
  if (text.length > LARGEST_TEXT) return { length: text.length };
  let line = 1;
  for (let start = 0; start <= text.length; line += 1) {
    const end = text.indexOf('\n', start);
    const length = (end < 0 ? text.length : end) - start;
    if (length > LONGEST_LINE) return { line, length };
    if (end < 0) return undefined;
    start = end + 1;
  }
  return undefined;
}
