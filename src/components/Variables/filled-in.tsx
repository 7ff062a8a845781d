import type { ReactNode } from 'react';
import { substitute } from '../../procedure/variables.ts';
import { useVariables } from './declared.ts';
import { useValues } from './use-values.ts';

interface Props {
  readonly text: string;
  show(text: string): ReactNode;
}

/** A command or an example with the reader's values in it. */
export default function FilledIn({ text, show }: Props): ReactNode {
  return show(substitute(text, useVariables(), useValues()));
}
