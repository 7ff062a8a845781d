import Translate from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { Button } from '../Button/index.tsx';
import { putIntoTerminal } from '../Dock/put.ts';
import { activate, useIsActivated } from '../Practice/activation.ts';
import { lazyComponent, NotLoaded } from '../Practice/lazy-component.tsx';
import { usePageInfo } from '../Practice/page-info.ts';
import { usePracticePlace } from '../Practice/practice-place.ts';
import { Loading } from './loading.tsx';
import { setStepStatus } from './step-status.ts';
import styles from './styles.module.css';
import type { StepProps, StepState } from './types.ts';

const StepControls = lazyComponent(() => import(/* webpackChunkName: "step-controls" */ './controls.tsx'), {
  loading: Preparing,
  fallback: Unloaded,
});

interface Props {
  readonly step: string;
  /** Its place among the steps of the page: all buttons say the same. */
  readonly number?: string | undefined;
  /** Label of the button, by default "Run". */
  readonly label?: ReactNode;
  /** It is a command, which can be typed into a terminal as well. */
  readonly isTyped?: boolean;
}

/** Runs a step in its place and shows the outcome. Renders nothing outside of a practice. */
export function StepRunner(props: Props): ReactNode {
  const isElsewhere = usePracticePlace() === 'own';
  return usePageInfo() && !isElsewhere && <Step {...props} />;
}

/** The buttons have their place before they can be pressed, and stay the same when the rest has come. */
function Step({ step, number, label, isTyped }: Props): ReactNode {
  const isAwake = useIsActivated();
  const isInert = !useIsBrowser();
  const [request, setRequest] = useState<StepProps['request']>();
  const [{ status, isDone, isWaiting }, setState] = useState<StepState>(IDLE);
  const press = (toTheEnd: boolean) => {
    if (isWaiting) return;
    setState({ isDone, isWaiting: true });
    setRequest({ toTheEnd });
    activate();
  };
  useEffect(() => {
    setStepStatus(step, status);
    return () => setStepStatus(step, undefined);
  }, [step, status]);
  const name = useId();
  return (
    <div className={styles.run} data-step-run={step} data-status={status}>
      <div className={styles.controls} data-needs-scripts>
        {number !== undefined && (
          <span id={name} hidden>
            <Translate id="tejun.step.number" values={{ number }}>
              {'ステップ{number}'}
            </Translate>
          </span>
        )}
        <Button
          id={`${name}-run`}
          aria-labelledby={`${name} ${name}-run`}
          disabled={isInert}
          aria-disabled={isWaiting}
          onClick={() => press(false)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 2.5v11l9-5.5z" />
          </svg>
          {label ?? <Translate id="tejun.run">実行</Translate>}
        </Button>
        <Button
          look="quiet"
          id={`${name}-here`}
          data-run-here
          aria-labelledby={`${name} ${name}-here`}
          disabled={isInert}
          aria-disabled={isWaiting}
          onClick={() => press(true)}
        >
          <Translate id="tejun.run.here">ここから実行</Translate>
        </Button>
        {isTyped && (
          <Button
            look="quiet"
            id={`${name}-put`}
            data-put
            aria-labelledby={`${name} ${name}-put`}
            disabled={isInert}
            onClick={({ currentTarget }) => putIntoTerminal(commandBeside(currentTarget))}
          >
            <Translate id="tejun.run.put">ターミナルに入力</Translate>
          </Button>
        )}
        {isDone && (
          <span className={styles.done}>
            <Translate id="tejun.run.done">実施済み</Translate>
          </span>
        )}
      </div>
      {isAwake && <StepControls {...{ step, request }} onStateChange={setState} />}
    </div>
  );
}

/** The command as it is shown: with the reader's values in it. */
const commandBeside = (button: HTMLElement): string =>
  button.closest('figure')?.querySelector('pre code')?.textContent ?? '';

const IDLE: StepState = { isDone: false, isWaiting: false };

function Preparing({ request }: StepProps): ReactNode {
  return request && <Loading />;
}

/** Tells the reader that the session could not be loaded. */
function Unloaded({ request, onStateChange }: StepProps): ReactNode {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press is answered
  useEffect(() => onStateChange(IDLE), [request]);
  return request && <NotLoaded />;
}
