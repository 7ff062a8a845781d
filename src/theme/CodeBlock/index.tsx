import type { Props } from '@theme/CodeBlock';
import CodeBlock from '@theme-original/CodeBlock';
import type { ReactNode } from 'react';
import { type FenceMarks, readFenceMarks } from '../../../plugins/remark/marks.ts';
import { StepFigure } from '../../components/StepFigure/index.tsx';
import { useFilledIn } from '../../components/Variables/use-variables.ts';

/** A fence with a role gets its caption and its look; any other fence is left as Docusaurus shows it. */
export default function ProcedureCodeBlock(props: Props): ReactNode {
  const marks = readFenceMarks(props.metastring);
  return marks ? <StepBlock marks={marks} {...props} /> : <CodeBlock {...props} />;
}

/** With the reader's values: what is shown is what is run, and copied. */
function StepBlock({ marks, children, ...props }: Props & { readonly marks: FenceMarks }): ReactNode {
  const text = useFilledIn(typeof children === 'string' ? children : '');
  return (
    <StepFigure kind={marks.role} step={marks.id}>
      <CodeBlock {...props}>{typeof children === 'string' ? text : children}</CodeBlock>
    </StepFigure>
  );
}
