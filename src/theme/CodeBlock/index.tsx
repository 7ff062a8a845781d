import type { Props as CodeBlockProps } from '@theme/CodeBlock';
import StringContent from '@theme/CodeBlock/Content/String';
import CodeBlock from '@theme-original/CodeBlock';
import type { ReactNode } from 'react';
import { useIsActivated } from '../../components/Practice/activation.ts';
import { lazyComponent } from '../../components/Practice/lazy-component.tsx';
import { StepFigure } from '../../components/StepFigure/index.tsx';
import { useVariables } from '../../components/Variables/declared.ts';
import { type FenceMetadata, readFenceMetadata } from '../../site/fence-metadata.ts';
import { type Piece, readHighlight } from '../../site/highlight.ts';
import { Painted } from './highlighted.ts';

interface Props extends CodeBlockProps {
  /** As `plugins/remark/paint-code.ts` wrote it. */
  readonly paint?: string;
}

type FenceProps = Omit<Props, 'children' | 'paint'> & { readonly pieces: readonly Piece[] };

const FilledIn = lazyComponent(
  () => import(/* webpackChunkName: "variables" */ '../../components/Variables/filled-in.tsx'),
  {
    loading: ({ pieces, show }) => show(pieces),
    fallback: ({ pieces, show }) => show(pieces),
  },
);

/** Gives a fence with a role its caption and its look. A fence without lines, a result of nothing, has no children. */
export default function ProcedureCodeBlock({ children = '', paint, ...props }: Props): ReactNode {
  if (typeof children !== 'string') return <CodeBlock {...props}>{children}</CodeBlock>;
  const pieces = readHighlight(children.replace(/\n$/, ''), paint);
  const marks = readFenceMetadata(props.metastring);
  return marks ? (
    <StepBlock marks={marks} pieces={pieces} {...props} />
  ) : (
    <Fence pieces={pieces} {...props} />
  );
}

/** With the reader's values: what is shown is what is run, and copied. */
function StepBlock({ marks, pieces, ...props }: FenceProps & { readonly marks: FenceMetadata }): ReactNode {
  const isAwake = useIsActivated();
  const hasVariables = useVariables().length > 0;
  const show = (filled: readonly Piece[]) => <Fence {...props} pieces={filled} />;
  return (
    <StepFigure kind={marks.role} step={marks.id} number={marks.number}>
      {isAwake && hasVariables ? <FilledIn pieces={pieces} show={show} /> : show(pieces)}
    </StepFigure>
  );
}

/** Docusaurus would make each block anew once its script runs, for colours that differ by mode; ours do not. */
function Fence({ pieces, ...props }: FenceProps): ReactNode {
  return (
    <Painted value={pieces}>
      <StringContent {...props}>{pieces.map(({ text }) => text).join('')}</StringContent>
    </Painted>
  );
}
