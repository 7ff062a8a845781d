import type { Props } from '@theme/CodeBlock';
import CodeBlock from '@theme-original/CodeBlock';
import type { ReactNode } from 'react';
import { readFenceMarks } from '../../../plugins/remark/marks.ts';
import { StepFigure } from '../../components/StepFigure/index.tsx';

/** A fence with a role gets its caption and its look; any other fence is left as Docusaurus shows it. */
export default function ProcedureCodeBlock(props: Props): ReactNode {
  const marks = readFenceMarks(props.metastring);
  if (!marks) return <CodeBlock {...props} />;
  return (
    <StepFigure kind={marks.role} step={marks.id}>
      <CodeBlock {...props} />
    </StepFigure>
  );
}
