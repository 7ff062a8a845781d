import type { Props as CodeBlockProps } from '@theme/CodeBlock';
import StringContent from '@theme/CodeBlock/Content/String';
import CodeBlock from '@theme-original/CodeBlock';
import type { ReactNode } from 'react';
import { StepBlock } from '../../components/StepBlock/index.tsx';
import { readFenceMetadata } from '../../site/fence-metadata.ts';
import { type HighlightedText, readHighlight } from '../../site/highlight.ts';
import { Painted } from './highlighted.ts';

interface Props extends CodeBlockProps {
  /** As `plugins/remark/highlight-code.ts` wrote it. */
  readonly paint?: string;
}

type FenceProps = Omit<Props, 'children' | 'paint'> & { readonly pieces: readonly HighlightedText[] };

/** Gives a fence with a role its caption and its look. A fence without lines, a result of nothing, has no children. */
export default function ProcedureCodeBlock({ children = '', paint, ...props }: Props): ReactNode {
  if (typeof children !== 'string') return <CodeBlock {...props}>{children}</CodeBlock>;
  const pieces = readHighlight(children.replace(/\n$/, ''), paint);
  const marks = readFenceMetadata(props.metastring);
  return marks ? (
    <StepBlock marks={marks} pieces={pieces} show={(filled) => <Fence {...props} pieces={filled} />} />
  ) : (
    <Fence pieces={pieces} {...props} />
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
