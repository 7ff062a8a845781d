import type { Comparison } from '../comparison.ts';
import { quote } from '../messages.ts';
import { linesOf } from '../text/lines.ts';
import type { Actual } from '../types.ts';
import { withoutUsage } from '../usage-block.ts';

/** Shows an example and an output that have too little in common to be set side by side. */
export function showReplaced(comparison: Comparison, expected: string, printed: string): void {
  for (const text of linesOf(expected)) comparison.show('expected', text);
  for (const text of linesOf(printed.replace(/^(?:[ \t]*\r?\n)+/, ''))) comparison.show('actual', text);
}

/** Describes the output that came instead of the example's, to end a sentence with. */
export function explain(printed: string, actual: Actual): string {
  const stderr = withoutUsage(actual.stderr);
  if (printed.trim() !== '') return `: it begins with ${quote(linesOf(printed.trimStart())[0] ?? '')}`;
  if (stderr === '' || stderr === printed.trim()) return ': nothing was printed';
  return `: nothing was printed there. On stderr stands ${quote(stderr)}`;
}
