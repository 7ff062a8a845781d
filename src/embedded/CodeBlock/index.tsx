import type { Props } from '@theme/CodeBlock';
import CodeBlock from '@theme-init/CodeBlock';
import type { ReactNode } from 'react';
import { StepBlock } from '../../components/StepBlock/index.tsx';
import { readFenceMetadata } from '../../site/fence-metadata.ts';

/** Gives a fence with a role its caption and buttons; the code itself looks as the site's theme shows it. */
export default function StepCodeBlock({ children = '', ...props }: Props): ReactNode {
  const marks = typeof children === 'string' ? readFenceMetadata(props.metastring) : undefined;
  if (!marks || typeof children !== 'string') return <CodeBlock {...props}>{children}</CodeBlock>;
  return (
    <StepBlock
      marks={marks}
      pieces={[{ text: children.replace(/\n$/, '') }]}
      show={(pieces) => <CodeBlock {...props}>{pieces.map(({ text }) => text).join('')}</CodeBlock>}
    />
  );
}
