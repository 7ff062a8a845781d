import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useEffect, useState } from 'react';
import { lastOutcome, type OpenSession, shownSteps } from '../../session/index.ts';
import { type PracticePage, useDone, usePracticePage, useSession } from '../Practice/index.ts';
import { anchorOf } from '../StepLink/index.tsx';
import styles from './styles.module.css';

/** The steps of the page that is shown, each with what became of it. */
export default function StepList(): ReactNode {
  const page = usePracticePage();
  return page ? <List page={page} key={page.id} /> : null;
}

function List({ page: { id, info, session } }: { readonly page: PracticePage }): ReactNode {
  const [opened, setOpened] = useState<OpenSession>();
  const state = useSession(session, (now) => now);
  const done = useDone(id, info);
  const { phase } = state;
  useEffect(() => {
    if (phase === 'ready') void session.open().then(setOpened, () => {});
  }, [session, phase]);
  if (!opened) return null;
  return (
    <nav
      className={styles.steps}
      aria-label={translate({ id: 'tejun.steps', message: 'この手順のステップ' })}
      data-step-list
    >
      <ol>
        {shownSteps(opened.pages, id).map((ref, index) => {
          const status = lastOutcome(state, ref)?.status ?? (done.includes(ref.step) ? 'passed' : undefined);
          return (
            <li key={ref.step}>
              <a href={`#${anchorOf(ref.step)}`} data-step-status={status}>
                {index + 1}
                <span className={styles.heard}>
                  {status === 'passed' && <Translate id="tejun.steps.passed">(期待どおり)</Translate>}
                  {status === 'failed' && <Translate id="tejun.steps.failed">(例と異なる)</Translate>}
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
