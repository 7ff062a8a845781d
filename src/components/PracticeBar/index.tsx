import { useDoc } from '@docusaurus/plugin-content-docs/client';
import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, useState } from 'react';
import type { PageFacts } from '../../session/types.ts';
import { Button } from '../Button/index.tsx';
import { useAwake, wake } from '../Practice/awake.ts';
import { usePageFacts } from '../Practice/facts.ts';
import { onDemand } from '../Practice/on-demand.tsx';
import { Progress } from '../Progress/index.tsx';
import styles from './styles.module.css';

const Session = onDemand(() => import('./session.tsx'));
const CourseProgress = onDemand(() => import('./course-progress.tsx'), { instead: () => null });

/** Below a page's title: how long it takes, how far the reader is, and what runs it as a whole. */
export function PracticeBar(): ReactNode {
  const { id } = useDoc().metadata;
  const facts = usePageFacts();
  return facts ? <Bar id={id} facts={facts} key={id} /> : <OverviewBar id={id} />;
}

/** On the overview of a course: how far the reader is in all of it. */
function OverviewBar({ id }: { readonly id: string }): ReactNode {
  if (!useAwake()) return null;
  return <CourseProgress overview={id} />;
}

function Bar({ id, facts: { minutes } }: { readonly id: string; readonly facts: PageFacts }): ReactNode {
  const isAwake = useAwake();
  const isDead = !useIsBrowser();
  const [isWanted, setWanted] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const runAll = () => {
    setWanted(true);
    wake();
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
        {!isOpen && !isWanted && (
          <Button disabled={isDead} data-needs-scripts onClick={runAll}>
            <Translate id="tejun.bar.all">すべて実行</Translate>
          </Button>
        )}
      </div>
      {isAwake && <Session runAtOnce={isWanted} tell={setOpen} />}
    </div>
  );
}
