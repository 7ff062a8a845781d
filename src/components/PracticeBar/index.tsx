import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { type PracticePage, useDone, usePracticePage, useReader } from '../Practice/index.ts';
import styles from './styles.module.css';

const SessionBar = lazy(() => import('./session-bar.tsx'));

/** Below a page's title: how long it takes, how far the reader is, and what runs it as a whole. */
export function PracticeBar(): ReactNode {
  const page = usePracticePage();
  return page ? <Bar page={page} key={page.id} /> : null;
}

function Bar({ page }: { readonly page: PracticePage }): ReactNode {
  const { id, facts, reader } = page;
  const inBrowser = useIsBrowser();
  const done = useDone(id, facts.hash).length;
  const isOpen = useReader(reader, ({ phase }) => phase !== 'closed');
  const [wanted, setWanted] = useState(false);

  // What was run before is shown again: after a reload, in another language, on another page.
  useEffect(() => {
    if (reader.isBegun) void reader.open().catch(() => {});
  }, [reader]);

  return (
    <div className={styles.bar} data-practice-bar>
      <div className={styles.facts}>
        <span>
          <Translate id="tejun.bar.minutes" values={{ minutes: facts.minutes }}>
            {'目安: 約{minutes}分'}
          </Translate>
        </span>
        {inBrowser && (
          <span className={styles.progress} data-complete={done === facts.steps || undefined}>
            <progress max={facts.steps} value={done} aria-hidden="true" />
            <Translate id="tejun.bar.progress" values={{ done, steps: facts.steps }}>
              {'{done} / {steps} ステップ実施済み'}
            </Translate>
          </span>
        )}
        {inBrowser && !isOpen && !wanted && (
          <button type="button" className={styles.button} onClick={() => setWanted(true)}>
            <Translate id="tejun.bar.all">すべて実行</Translate>
          </button>
        )}
      </div>
      {(isOpen || wanted) && (
        <Suspense fallback={null}>
          <SessionBar page={page} runAtOnce={wanted} />
        </Suspense>
      )}
    </div>
  );
}
