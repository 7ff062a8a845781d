import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import styles from './styles.module.css';

/** While what runs a step is on its way. */
export function Loading(): ReactNode {
  return (
    <p className={styles.loading}>
      <Translate id="tejun.run.loading">準備しています…</Translate>
    </p>
  );
}
