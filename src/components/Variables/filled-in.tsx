import type { ReactNode } from 'react';
import { substitute } from '../../procedure/apply-variables.ts';
import type { HighlightedText } from '../../site/highlight.ts';
import { useVariables } from './declared.ts';
import { useValues } from './use-values.ts';

interface Props {
  readonly pieces: readonly HighlightedText[];
  show(pieces: readonly HighlightedText[]): ReactNode;
}

/** A command or an example with the reader's values in it. */
export default function FilledIn({ pieces, show }: Props): ReactNode {
  const variables = useVariables();
  const values = useValues();
  const fill = (text: string) => substitute(text, variables, values);
  const filled = pieces.map((piece) => ({ ...piece, text: fill(piece.text) }));
  const text = fill(textOf(pieces));
  // A default that stands across two pieces is found in the whole only, which then has no colours.
  return show(textOf(filled) === text ? filled : [{ text }]);
}

function textOf(pieces: readonly HighlightedText[]): string {
  return pieces.map(({ text }) => text).join('');
}
