import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { SessionStepOutcome } from '../../session/index.ts';
import type { Remedy } from '../../teaching/index.ts';
import { lazyComponent } from '../Practice/lazy-component.tsx';
import { Differences } from './differences.tsx';
import { Headline, verdictKind } from './headline.tsx';
import { Notices } from './notices.tsx';
import { Printed } from './printed.tsx';
import styles from './styles.module.css';

const Lesson = lazyComponent(() => import('./lesson.tsx'), { fallback: () => null });

interface Props {
  readonly outcome: SessionStepOutcome;
  /** It was pasted from elsewhere: nobody knows its exit code. */
  readonly isPasted?: boolean;
  /** It was run with other values than the page shows now. */
  readonly isStale?: boolean;
  /** Remedies that the page offers for a failure. */
  readonly offered?: readonly Remedy[];
  act?(remedy: Remedy): void;
}

/** An outcome as a reader sees it: whether it is as expected, what was printed, what was free to vary, what differs. */
export function VerdictView({ outcome, isPasted, isStale, offered = [], act }: Props): ReactNode {
  const kind = verdictKind(outcome);
  if (outcome.status === 'skipped') return <Headline kind={kind} reason={outcome.reason} />;
  const { output, verdict } = outcome;
  const accepted = outcome.status === 'passed' ? (verdict?.accepted ?? []) : [];
  return (
    <div className={styles.verdict} data-verdict={kind} data-stale={isStale || undefined}>
      <Headline kind={kind} />
      {outcome.status === 'failed' && outcome.diagnosis && (
        <Lesson diagnosis={outcome.diagnosis} offered={offered} act={act ?? (() => {})} />
      )}
      {outcome.status === 'failed' && verdict && kind === 'differs' && (
        <Differences verdict={verdict} isPasted={isPasted} />
      )}
      {output && <Printed output={output} accepted={accepted} />}
      {accepted.length > 0 && (
        <p className={styles.legend}>
          <Translate
            id="tejun.verdict.legend"
            values={{
              mark: (
                <mark className={styles.accepted}>
                  <Translate id="tejun.verdict.legend.mark">下線の値</Translate>
                </mark>
              ),
            }}
          >
            {'{mark}は、実行のたびに変わります。例と同じでなくてもかまいません。'}
          </Translate>
        </p>
      )}
      <Notices notices={verdict?.notices ?? []} />
    </div>
  );
}
