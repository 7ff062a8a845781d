import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { ReactNode } from 'react';
import { formatDuration } from '../../site/duration.ts';
import { useStepAnchor } from '../StepLink/index.tsx';
import { StepRunner } from '../StepRun/index.tsx';
import styles from './styles.module.css';

interface Props {
  /** A number with s, m, h or d: `15m`. */
  readonly duration: string;
  /** The step's id, which the remark plugin fills in. */
  readonly step?: string;
  /** Its place among the steps of the page, which the remark plugin fills in. */
  readonly number?: string;
}

/** A place in the page where time passes. */
export function Elapse({ duration, step, number }: Props): ReactNode {
  const { currentLocale } = useDocusaurusContext().i18n;
  const time = formatDuration(duration, currentLocale);
  return (
    <div id={useStepAnchor(step)} className={styles.place} data-role="elapse" data-step={step}>
      <div className={styles.elapse}>
        <svg className={styles.clock} viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="9" />
          <path d="M12 7v5l3.5 2" />
        </svg>
        <span>
          <Translate
            id="tejun.elapse"
            description="Between two steps, where time passes; {time} is a duration such as 15 minutes"
            values={{ time: <strong>{time}</strong> }}
          >
            {'{time}待ちます'}
          </Translate>
        </span>
      </div>
      {step !== undefined && (
        <StepRunner
          step={step}
          number={number}
          label={
            <Translate id="tejun.elapse.forward" values={{ time }}>
              {'{time}進める'}
            </Translate>
          }
        />
      )}
    </div>
  );
}
