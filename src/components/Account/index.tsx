import Translate, { translate } from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { OpenSession, PracticeSession } from '../../session/index.ts';
import { Button } from '../Button/index.tsx';
import { useAsked } from '../Practice/use-asked.ts';
import { Picture } from './picture.tsx';
import { Resources } from './resources.tsx';
import styles from './styles.module.css';

interface Props {
  readonly reader: PracticeSession;
  close(): void;
}

const ask = async (session: OpenSession) => {
  const [view, context] = await Promise.all([session.accountView(), session.awsContext()]);
  return { view, context };
};

/** A drawer that shows who called what last, what that changed, and the account's resources. */
export default function AccountDrawer({ reader, close }: Props): ReactNode {
  const asked = useAsked(reader, ask);
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
        {asked && (
          <>
            <Picture view={asked.answer.view} context={{ answer: asked.answer.context, at: asked.at }} />
            <Resources view={asked.answer.view} />
          </>
        )}
      </div>
    </section>
  );
}
