import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

interface Props {
  readonly done: number;
  readonly steps: number;
}

export function ProgressView({ done, steps }: Props): ReactNode {
  return (
    <span
      className={styles.progress}
      data-complete={done === steps || undefined}
      data-progress={done}
      data-needs-scripts
    >
      <progress max={steps} value={done} aria-hidden="true" />
      <Translate id="tejun.bar.progress" values={{ done, steps }}>
        {'{done} / {steps} ステップ実施済み'}
      </Translate>
    </span>
  );
}
