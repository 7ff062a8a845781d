import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../Button/index.tsx';
import { useAwake, wake } from '../Practice/awake.ts';
import { usePageFacts } from '../Practice/facts.ts';
import { NotLoaded, onDemand } from '../Practice/on-demand.tsx';
import { Loading } from './loading.tsx';
import styles from './styles.module.css';
import type { StepProps, StepStanding } from './types.ts';

const StepControls = onDemand(() => import('./controls.tsx'), { before: Preparing, instead: Unloaded });

interface Props {
  readonly step: string;
  /** What the button says, where it is not "Run". */
  readonly label?: ReactNode;
}

/** What runs a step where it stands, and what came of it. Nothing where nothing is practised. */
export function StepRun(props: Props): ReactNode {
  return usePageFacts() && <Step {...props} />;
}

/** The buttons have their place before they can be pressed, and stay the same when the rest has come. */
function Step({ step, label }: Props): ReactNode {
  const isAwake = useAwake();
  const isDead = !useIsBrowser();
  const [pressed, setPressed] = useState<StepProps['pressed']>();
  const [{ status, isDone, isWaiting }, tell] = useState<StepStanding>(IDLE);
  const press = (toTheEnd: boolean) => {
    if (isWaiting) return;
    tell({ isDone, isWaiting: true });
    setPressed({ toTheEnd });
    wake();
  };
  return (
    <div className={styles.run} data-step-run={step} data-status={status}>
      <div className={styles.controls} data-needs-scripts>
        <Button disabled={isDead} aria-disabled={isWaiting} onClick={() => press(false)}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 2.5v11l9-5.5z" />
          </svg>
          {label ?? <Translate id="tejun.run">実行</Translate>}
        </Button>
        <Button look="quiet" disabled={isDead} aria-disabled={isWaiting} onClick={() => press(true)}>
          <Translate id="tejun.run.here">ここから実行</Translate>
        </Button>
        {isDone && (
          <span className={styles.done}>
            <Translate id="tejun.run.done">実施済み</Translate>
          </span>
        )}
      </div>
      {isAwake && <StepControls {...{ step, pressed, tell }} />}
    </div>
  );
}

const IDLE: StepStanding = { isDone: false, isWaiting: false };

function Preparing({ pressed }: StepProps): ReactNode {
  return pressed && <Loading />;
}

/** Where what runs the step could not be loaded: who presses is told. */
function Unloaded({ pressed, tell }: StepProps): ReactNode {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press is answered
  useEffect(() => tell(IDLE), [pressed]);
  return pressed && <NotLoaded />;
}
