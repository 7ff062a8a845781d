import { createContext, use } from 'react';
import { type Piece, readHighlight } from '../../site/highlight.ts';

/** The pieces of the code around; none where its page has no paint for it. */
export const Painted = createContext<readonly Piece[]>([]);

/** The code in its pieces; in one where those around are not of this code. */
export function usePieces(code: string): readonly Piece[] {
  const pieces = use(Painted);
  return pieces.map(({ text }) => text).join('') === code ? pieces : readHighlight(code);
}
