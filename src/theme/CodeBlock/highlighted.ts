import { createContext, use } from 'react';
import { type HighlightedText, readHighlight } from '../../site/highlight.ts';

/** The pieces of the code around; none where its page has no paint for it. */
export const Painted = createContext<readonly HighlightedText[]>([]);

/** The code in its pieces; in one where those around are not of this code. */
export function usePieces(code: string): readonly HighlightedText[] {
  const pieces = use(Painted);
  return pieces.map(({ text }) => text).join('') === code ? pieces : readHighlight(code);
}
