import type { LintProblem } from './types.ts';

/**
 * Makes the corrections that need no decision: prompts, full-width and invisible characters in commands.
 *
 * @param problems findings in this text
 */
export function fixText(text: string, problems: readonly LintProblem[]): string {
  const lines = text.split(/(\r\n|\n|\r)/);
  const edits = problems.flatMap(({ line, column, edit }) => (edit ? [{ line, column, ...edit }] : []));
  // Last first, so that the columns before them stay right.
  for (const { line, column, length, replacement } of edits.toSorted((a, b) => b.column - a.column)) {
    const index = 2 * (line - 1);
    const before = lines[index] ?? '';
    lines[index] = before.slice(0, column - 1) + replacement + before.slice(column - 1 + length);
  }
  return lines.join('');
}
