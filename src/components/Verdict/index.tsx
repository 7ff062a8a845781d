import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { StepOutcome } from '../../session/index.ts';
import { Differences } from './differences.tsx';
import { Headline, kindOf } from './headline.tsx';
import { placeOf } from './place.ts';
import { Printed } from './printed.tsx';
import styles from './styles.module.css';

/** An outcome as a reader sees it: whether it is as expected, what was printed, what was free to vary, what differs. */
export function VerdictView({ outcome }: { readonly outcome: StepOutcome }): ReactNode {
  const kind = kindOf(outcome);
  if (outcome.status === 'skipped') return <Headline kind={kind} reason={outcome.reason} />;
  const { output, verdict } = outcome;
  const accepted = outcome.status === 'passed' ? (verdict?.accepted ?? []) : [];
  return (
    <div className={styles.verdict} data-verdict={kind}>
      <Headline kind={kind} />
      {outcome.status === 'failed' && verdict && kind === 'differs' && <Differences verdict={verdict} />}
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
      {(verdict?.notices.length ?? 0) > 0 && (
        <p className={styles.legend}>
          <Translate
            id="tejun.verdict.notices"
            values={{ places: verdict?.notices.map(({ path }) => placeOf(path)).join(', ') ?? '' }}
          >
            {'例にない項目がありますが、問題ありません: {places}'}
          </Translate>
        </p>
      )}
    </div>
  );
}
