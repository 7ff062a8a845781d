import type { ReactNode } from 'react';
import type { FenceMetadata } from '../../site/fence-metadata.ts';
import type { HighlightedText } from '../../site/highlight.ts';
import { isExplained } from '../Explain/index.tsx';
import { useIsActivated } from '../Practice/activation.ts';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import { StepFigure } from '../StepFigure/index.tsx';
import { useVariables } from '../Variables/declared.ts';

interface Props {
  readonly marks: FenceMetadata;
  readonly pieces: readonly HighlightedText[];
  /** Shows the code of the block. */
  show(pieces: readonly HighlightedText[]): ReactNode;
}

const FilledIn = lazyComponent(
  () => import(/* webpackChunkName: "variables" */ '../Variables/filled-in.tsx'),
  {
    loading: ({ pieces, show }) => show(pieces),
    fallback: ({ pieces, show }) => show(pieces),
  },
);

/** A fence with a role, with the reader's values: what is shown is what is run, and copied. */
export function StepBlock({ marks, pieces, show }: Props): ReactNode {
  const isAwake = useIsActivated();
  const hasVariables = useVariables().length > 0;
  // A result that the reader got stands in commands only: an example stays an example.
  const step = marks.role === 'result' ? undefined : marks.id;
  return (
    <StepFigure
      kind={marks.role}
      step={marks.id}
      number={marks.number}
      file={marks.file}
      conditions={marks}
      answers={marks.input}
      isExplained={step !== undefined && isExplained(pieces.map(({ text }) => text).join(''))}
    >
      {isAwake && (hasVariables || step !== undefined) ? (
        <FilledIn {...{ pieces, step, show }} />
      ) : (
        show(pieces)
      )}
    </StepFigure>
  );
}
