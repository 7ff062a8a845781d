import type { Props } from '@theme/CodeBlock';
import CodeBlock from '@theme-original/CodeBlock';
import type { ReactNode } from 'react';
import { readFenceMarks } from '../../../plugins/remark/marks.ts';
import { isShown, StepFigure } from '../../components/StepFigure/index.tsx';

/** A fence with a role gets its caption and its look; any other fence is left as Docusaurus shows it. */
export default function ProcedureCodeBlock(props: Props): ReactNode {
  const role = readFenceMarks(props.metastring)?.role;
  if (!role || !isShown(role)) return <CodeBlock {...props} />;
  return (
    <StepFigure kind={role}>
      <CodeBlock {...props} />
    </StepFigure>
  );
}
