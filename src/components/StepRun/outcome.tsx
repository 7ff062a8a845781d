import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import type { SessionStepOutcome, StepRef } from '../../session/index.ts';
import type { Remedy } from '../../teaching/index.ts';
import { Button } from '../Button/index.tsx';
import type { PracticePage } from '../Practice/index.ts';
import { useAnswerFocus } from '../Practice/use-answer-focus.ts';
import { ReportIssueLink } from '../ReportIssueLink/index.tsx';
import { anchorOf } from '../StepLink/index.tsx';
import { VerdictView } from '../Verdict/index.tsx';
import styles from './styles.module.css';
import type { RunRequest } from './types.ts';

interface Props {
  readonly page: PracticePage;
  readonly step: string;
  readonly outcome: SessionStepOutcome | undefined;
  /** Its button was pressed, and what that began has not ended. */
  readonly waiting: boolean;
  /** It is being run itself. */
  readonly running: boolean;
  /** Output of the step so far, while it runs. */
  readonly printed: string | undefined;
  /** It builds on steps that were not run: the reader is asked what to do. */
  readonly asked: RunRequest | undefined;
  /** The step before it that failed when all were run. */
  readonly stoppedAt: StepRef | undefined;
  /** It was run with other values than the page shows now. */
  readonly isStale: boolean;
  /** Remedies that the page offers for a failure now. */
  readonly offered: readonly Remedy[];
  remedy(kind: Remedy): void;
  /** Takes the step back, and all that was done after it. */
  back(): void;
  run(refs: readonly StepRef[]): Promise<void>;
  forget(): void;
}

/** Shows the outcome of a step, or its missing prerequisites; loaded when a step is first run. */
export default function StepOutcomeView(props: Props): ReactNode {
  const { page, step, outcome, waiting, running, printed, asked, stoppedAt, run, forget } = props;
  const { isStale, offered, remedy, back } = props;
  return (
    <>
      {waiting && (
        <p className={styles.running}>
          <span className={styles.spinner} aria-hidden="true" />
          {running ? (
            <Translate id="tejun.run.running">実行しています…</Translate>
          ) : (
            <Translate id="tejun.run.loading">準備しています…</Translate>
          )}
          <Button onClick={() => void page.session.open().then((session) => session.stop())}>
            <Translate id="tejun.run.stop">停止</Translate>
          </Button>
        </p>
      )}
      {printed !== undefined && <pre className={styles.printed}>{printed}</pre>}
      {asked && (
        <Question
          missing={asked.missing}
          page={page.id}
          all={() => run([...asked.missing, ...asked.wanted])}
          one={() => run(asked.wanted)}
          forget={forget}
        />
      )}
      {stoppedAt && <StoppedAt at={stoppedAt} />}
      {isStale && outcome && !waiting && (
        <p className={styles.question} data-stale-note>
          <Translate id="tejun.run.stale">このステップは、今とは違う値で実行したものです。</Translate>
          <Button onClick={() => void run([{ page: page.id, step }])}>
            <Translate id="tejun.run.stale.again">今の値で実行し直す</Translate>
          </Button>
        </p>
      )}
      {outcome && !waiting && (
        <VerdictView outcome={outcome} isStale={isStale} offered={offered} act={remedy} />
      )}
      {outcome && outcome.status !== 'skipped' && !waiting && (
        <p className={styles.back}>
          <Button look="quiet" onClick={back} data-back>
            <Translate id="tejun.run.back">このステップの前に戻す</Translate>
          </Button>
        </p>
      )}
      {outcome?.status === 'failed' && !waiting && (
        <ReportIssueLink page={page} step={step} outcome={outcome} />
      )}
    </>
  );
}

interface QuestionProps {
  readonly missing: readonly StepRef[];
  readonly page: string;
  all(): void;
  one(): void;
  forget(): void;
}

function Question({ missing, page, all, one, forget }: QuestionProps): ReactNode {
  const first = useAnswerFocus();
  const values = { count: missing.length };
  const elsewhere = missing.some((ref) => ref.page !== page);
  return (
    <fieldset
      className={styles.question}
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && forget()}
    >
      <p>
        {elsewhere ? (
          <Translate id="tejun.run.missing.pages" values={values}>
            {'このステップは、まだ実行していない{count}個のステップ(前の手順のものを含む)の続きです。'}
          </Translate>
        ) : (
          <Translate id="tejun.run.missing" values={values}>
            {'このステップは、まだ実行していない{count}個のステップの続きです。'}
          </Translate>
        )}
      </p>
      <div className={styles.answers}>
        <Button ref={first} onClick={all}>
          <Translate id="tejun.run.missing.all">ここまでまとめて実行</Translate>
        </Button>
        <Button onClick={one}>
          <Translate id="tejun.run.missing.one">このステップだけ実行</Translate>
        </Button>
        <Button look="plain" onClick={forget}>
          <Translate id="tejun.run.missing.cancel">やめる</Translate>
        </Button>
      </div>
    </fieldset>
  );
}

function StoppedAt({ at }: { readonly at: StepRef }): ReactNode {
  return (
    <p className={styles.question}>
      <Translate
        id="tejun.run.stoppedAt"
        values={{
          link: (
            <Link to={`/docs/${at.page}#${anchorOf(at.step)}`}>
              <Translate id="tejun.run.stoppedAt.link">途中のステップ</Translate>
            </Link>
          ),
        }}
      >
        {'{link}の結果が例と異なるため、ここまでは実行していません。'}
      </Translate>
    </p>
  );
}
