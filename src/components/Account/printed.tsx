import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { PracticeSession } from '../../session/index.ts';
import { AccountContent } from './content.tsx';
import styles from './styles.module.css';

/** Below a page on paper, and only there: the account as the last thing done left it. */
export default function PrintedAccount({ reader }: { readonly reader: PracticeSession }): ReactNode {
  return (
    <div className={styles.onPaper} data-printed>
      <h2>
        <Translate id="tejun.account.printed">印刷した時点の練習用アカウント</Translate>
      </h2>
      <AccountContent reader={reader} />
    </div>
  );
}
