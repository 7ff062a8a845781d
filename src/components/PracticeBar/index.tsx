import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, useState } from 'react';
import type { PageInfo } from '../../session/types.ts';
import { Button } from '../Button/index.tsx';
import { activate, useIsActivated } from '../Practice/activation.ts';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import { usePageId, usePageInfo } from '../Practice/page-info.ts';
import { choosePracticePlace, usePracticePlace } from '../Practice/practice-place.ts';
import { Progress } from '../Progress/index.tsx';
import { ScriptButtons } from '../Script/index.tsx';
import { Doors } from './doors.tsx';
import styles from './styles.module.css';

const Session = lazyComponent(() => import(/* webpackChunkName: "practice-bar" */ './practice-bar.tsx'));
const CourseProgress = lazyComponent(
  () => import(/* webpackChunkName: "progress" */ './course-progress.tsx'),
  { fallback: () => null },
);

/** Below a page's title: how long it takes, how far the reader is, and what runs it as a whole. */
export function PracticeBar(): ReactNode {
  const id = usePageId();
  const facts = usePageInfo();
  return facts ? <Bar id={id} facts={facts} key={id} /> : <OverviewBar />;
}

/** On the overview of a course: how far the reader is in all of it. */
function OverviewBar(): ReactNode {
  const isAwake = useIsActivated();
  return (
    <>
      <Doors />
      {isAwake && <CourseProgress />}
    </>
  );
}

function Bar({ id, facts: { minutes } }: { readonly id: string; readonly facts: PageInfo }): ReactNode {
  const isAwake = useIsActivated();
  const isInert = !useIsBrowser();
  const isElsewhere = usePracticePlace() === 'own';
  const [isWanted, setWanted] = useState(false);
  const [isReady, setReady] = useState(false);
  const runAll = () => {
    setWanted(true);
    activate();
  };
  return (
    <div className={styles.bar} data-practice-bar>
      <div className={styles.facts}>
        <span>
          <Translate id="tejun.bar.minutes" values={{ minutes }}>
            {'目安: 約{minutes}分'}
          </Translate>
        </span>
        <Progress pages={[id]} />
        {isElsewhere && (
          <Button onClick={() => choosePracticePlace('here')}>
            <Translate id="tejun.door.back">このページの中で実行する</Translate>
          </Button>
        )}
        {!isElsewhere && !isReady && !isWanted && (
          <Button disabled={isInert} data-needs-scripts onClick={runAll}>
            <Translate id="tejun.bar.all">すべて実行</Translate>
          </Button>
        )}
        {isElsewhere && <ScriptButtons />}
      </div>
      {isAwake && <Session runAtOnce={isWanted} tell={setReady} />}
    </div>
  );
}
