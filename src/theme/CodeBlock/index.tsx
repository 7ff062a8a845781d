import type { Props } from '@theme/CodeBlock';
import CodeBlock from '@theme-original/CodeBlock';
import { type ReactNode, Suspense } from 'react';
import { type FenceMarks, readFenceMarks } from '../../../plugins/remark/marks.ts';
import { useAwake } from '../../components/Practice/awake.ts';
import { onDemand } from '../../components/Practice/on-demand.tsx';
import { StepFigure } from '../../components/StepFigure/index.tsx';
import { useVariables } from '../../components/Variables/declared.ts';

const FilledIn = onDemand(
  () => import('../../components/Variables/filled-in.tsx'),
  ({ text, show }) => show(text),
);

/** A fence with a role gets its caption and its look; any other fence is left as Docusaurus shows it. */
export default function ProcedureCodeBlock(props: Props): ReactNode {
  const marks = readFenceMarks(props.metastring);
  return marks ? <StepBlock marks={marks} {...props} /> : <CodeBlock {...props} />;
}

/** With the reader's values: what is shown is what is run, and copied. */
function StepBlock({ marks, children, ...props }: Props & { readonly marks: FenceMarks }): ReactNode {
  const isAwake = useAwake();
  const hasVariables = useVariables().length > 0;
  const show = (text: ReactNode) => <CodeBlock {...props}>{text}</CodeBlock>;
  return (
    <StepFigure kind={marks.role} step={marks.id}>
      {isAwake && hasVariables && typeof children === 'string' ? (
        <Suspense fallback={show(children)}>
          <FilledIn text={children} show={show} />
        </Suspense>
      ) : (
        show(children)
      )}
    </StepFigure>
  );
}
