import { saysNothing } from '../spellings.ts';
import { compareLines } from '../text/compare-text.ts';
import { trimmedLines, withoutFinalBreaks } from '../text/trimmed-lines.ts';
import type { Format } from './types.ts';

/**
 * Compared line by line: trailing white space and trailing blank lines are no matter, other white space is,
 * except for the padding beside a value that may vary. `match=exact`: every character must be equal, only the
 * line breaks at the end are no matter.
 */
export const textFormat: Format = {
  name: 'text',
  recognises: ({ form }) => form === 'text',
  stream: 'stdout',
  exitCodes: () => [0],
  compare: (comparison, example, printed) => {
    const split = comparison.mode === 'exact' ? exactLines : trimmedLines;
    const isEmpty = saysNothing(example.body) && printed.trim() !== example.body.trim();
    compareLines(comparison, isEmpty ? [] : split(example.body), split(printed));
  },
};

const exactLines = (body: string): string[] => {
  const trimmed = withoutFinalBreaks(body);
  return trimmed === '' ? [] : trimmed.split('\n');
};
