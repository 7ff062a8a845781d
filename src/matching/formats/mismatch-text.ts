import type { ComparisonState } from '../comparison.ts';
import { quoteText } from '../messages.ts';
import { trimmedLines, withoutUsage } from '../text/lines.ts';
import type { Actual } from '../types.ts';

/** Shows an example and an output that have too little in common to be set side by side. */
export function showReplaced(comparison: ComparisonState, expected: string, printed: string): void {
  for (const text of trimmedLines(expected)) comparison.show('expected', text);
  for (const text of trimmedLines(printed.replace(/^(?:[ \t]*\r?\n)+/, ''))) comparison.show('actual', text);
}

/** Describes the output that came instead of the example's, to end a sentence with. */
export function describeOutput(printed: string, actual: Actual): string {
  const stderr = withoutUsage(actual.stderr);
  if (printed.trim() !== '')
    return `: it begins with ${quoteText(trimmedLines(printed.trimStart())[0] ?? '')}`;
  if (stderr === '' || stderr === printed.trim()) return ': nothing was printed';
  return `: nothing was printed there. On stderr stands ${quoteText(stderr)}`;
}
