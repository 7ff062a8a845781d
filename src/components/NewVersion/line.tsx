import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { Button } from '../Button/index.tsx';
import styles from './styles.module.css';

/** Says in one line that the site has changed since the page was opened, and offers to read it anew. */
export default function Line({ reload }: { reload(): void }): ReactNode {
  return (
    <div className={styles.line} role="status" data-new-version>
      <Translate id="tejun.newVersion">このサイトの新しい版があります。</Translate>
      <Button onClick={reload}>
        <Translate id="tejun.newVersion.reload">読み込み直す</Translate>
      </Button>
    </div>
  );
}
