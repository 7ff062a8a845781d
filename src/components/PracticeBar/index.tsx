import { useDoc } from '@docusaurus/plugin-content-docs/client';
import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useCourses } from '../CourseList/index.tsx';
import { type PracticePage, usePracticePage, useReader } from '../Practice/index.ts';
import { onDemand } from '../Practice/on-demand.tsx';
import { Progress } from '../Progress/index.tsx';
import styles from './styles.module.css';

const SessionBar = onDemand(() => import('./session-bar.tsx'));

/** Below a page's title: how long it takes, how far the reader is, and what runs it as a whole. */
export function PracticeBar(): ReactNode {
  const page = usePracticePage();
  return page ? <Bar page={page} key={page.id} /> : <OverviewBar />;
}

/** On the overview of a course: how far the reader is in all of it. */
function OverviewBar(): ReactNode {
  const { id } = useDoc().metadata;
  const course = useCourses().find((one) => `${one.id}/index` === id);
  return course ? <Progress pages={course.pages.map((page) => page.id)} onceBegun /> : null;
}

function Bar({ page }: { readonly page: PracticePage }): ReactNode {
  const { id, facts, reader } = page;
  const inBrowser = useIsBrowser();
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
        <Progress pages={[id]} />
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
