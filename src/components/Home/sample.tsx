import Translate from '@docusaurus/Translate';
import CodeBlock from '@theme-original/CodeBlock';
import type { ReactNode } from 'react';
import { StepFigure } from '../StepFigure/index.tsx';
import styles from './styles.module.css';

/** Shows a sample page: a command, its result, and the verdict. */
export function Sample(): ReactNode {
  return (
    <div className={styles.sample}>
      <StepFigure kind="command">
        <CodeBlock language="bash">aws s3 ls</CodeBlock>
      </StepFigure>
      <StepFigure kind="result">
        <CodeBlock language="text">2021-12-20 09:00:00 example-bucket</CodeBlock>
      </StepFigure>
      <p className={styles.verdict}>
        <Translate id="tejun.home.sample.verdict">実行した結果は、例のとおりです</Translate>
      </p>
    </div>
  );
}
