import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { PracticeSession } from '../../session/index.ts';
import { Button } from '../Button/index.tsx';
import { AccountContent } from './content.tsx';
import styles from './styles.module.css';

interface Props {
  readonly reader: PracticeSession;
  close(): void;
}

/** A drawer that shows who called what last, what that changed, and the account's resources. */
export default function AccountDrawer({ reader, close }: Props): ReactNode {
  const name = translate({ id: 'tejun.account', message: 'アカウント' });
  return (
    <section className={styles.drawer} aria-label={name} data-account>
      <header className={styles.head}>
        <strong>{name}</strong>
        <Button look="plain" onClick={close}>
          <Translate id="tejun.terminal.close">閉じる (Esc)</Translate>
        </Button>
      </header>
      {/* It scrolls, so it takes the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard scrolls it */}
      <div className={styles.content} tabIndex={0}>
        <AccountContent reader={reader} />
      </div>
    </section>
  );
}
