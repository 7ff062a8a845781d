import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { substitute } from '../../procedure/apply-variables.ts';
import { withOwnValues } from '../../session/session-state.ts';
import type { HighlightedText } from '../../site/highlight.ts';
import { type PracticePage, usePracticePage, useSession } from '../Practice/index.ts';
import { useVariables } from './declared.ts';
import styles from './styles.module.css';
import { useValues } from './use-values.ts';

interface Props {
  readonly pieces: readonly HighlightedText[];
  /** The step that the text is the command of; absent for an example. */
  readonly step?: string;
  show(pieces: readonly HighlightedText[]): ReactNode;
}

/** A command or an example with the reader's values in it: those that they chose, and in a command those that they got. */
export default function FilledIn({ pieces, step, show }: Props): ReactNode {
  const variables = useVariables();
  const values = useValues();
  const page = usePracticePage();
  const filled = filledWith(pieces, (text) => substitute(text, variables, values));
  return page && step !== undefined ? <OwnCommand {...{ page, step, show }} pieces={filled} /> : show(filled);
}

type OwnProps = Props & { readonly page: PracticePage; readonly step: string };

function OwnCommand({ page, step, pieces, show }: OwnProps): ReactNode {
  const ref = { page: page.id, step };
  const text = textOf(pieces);
  const own = useSession(page.session, (state) => withOwnValues(text, state, ref));
  if (own === text) return show(pieces);
  return (
    <>
      {show(filledWith(pieces, (part) => withOwnValues(part, page.session.state, ref)))}
      <p className={styles.own} data-own-values>
        <Translate id="tejun.command.own">ページの値を、実行して得た値に置き換えています。</Translate>
      </p>
    </>
  );
}

/** The pieces of a text in which words were replaced. */
function filledWith(
  pieces: readonly HighlightedText[],
  fill: (text: string) => string,
): readonly HighlightedText[] {
  const filled = pieces.map((piece) => ({ ...piece, text: fill(piece.text) }));
  const text = fill(textOf(pieces));
  // A word that stands across two pieces is found in the whole only, which then has no colours.
  return textOf(filled) === text ? filled : [{ text }];
}

function textOf(pieces: readonly HighlightedText[]): string {
  return pieces.map(({ text }) => text).join('');
}
