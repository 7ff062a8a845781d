import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ReactNode, Suspense, useState } from 'react';
import { isSame, outcomeOf, type ReaderSession, type StepRef, shownSteps } from '../../reader/index.ts';
import { type PracticePage, useDone, usePracticePage, useReader } from '../Practice/index.ts';
import { onDemand } from '../Practice/on-demand.tsx';
import styles from './styles.module.css';
import type { Asked } from './types.ts';

const StepOutcome = onDemand(() => import('./outcome.tsx'));

interface Props {
  readonly step: string;
  /** What the button says, where it is not "Run". */
  readonly label?: ReactNode;
}

/** What runs a step where it stands, and what came of it. Nothing where nothing is practised. */
export function StepRun(props: Props): ReactNode {
  const page = usePracticePage();
  if (!page) return null;
  return <Controls {...props} page={page} />;
}

function Controls({ step, label, page }: Props & { readonly page: PracticePage }): ReactNode {
  const { id, facts, reader } = page;
  const ref = { page: id, step };
  const outcome = useReader(reader, (state) => outcomeOf(state, ref));
  const running = useReader(reader, ({ running }) =>
    isSame(running && 'ref' in running ? running.ref : undefined, ref),
  );
  const done = useDone(id, facts.hash).includes(step);
  const inBrowser = useIsBrowser();
  const [waiting, setWaiting] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const [stoppedAt, setStoppedAt] = useState<StepRef>();

  /** That the session could not be loaded is said at the top of the page. */
  const act = async (task: (session: ReaderSession) => Promise<unknown>) => {
    setAsked(undefined);
    setStoppedAt(undefined);
    setWaiting(true);
    await reader
      .open()
      .then(task)
      .catch(() => {});
    setWaiting(false);
  };
  const run = (refs: readonly StepRef[]) =>
    act(async (session) => {
      const last = await session.runAll(refs);
      const failed = last?.status === 'failed' ? session.state.performed.at(-1)?.entry : undefined;
      if (failed && 'ref' in failed && failed.ref && !isSame(failed.ref, ref)) setStoppedAt(failed.ref);
    });
  /** Runs this step, or also those below it. */
  const press = (toTheEnd: boolean) =>
    act(async (session) => {
      const steps = shownSteps(session.pages, id);
      const place = steps.findIndex((other) => isSame(other, ref));
      const wanted = toTheEnd ? steps.slice(place) : [ref];
      const missing = session.missing(ref);
      if (missing.length > 0) setAsked({ missing, wanted });
      else await run(wanted);
    });

  return (
    <div className={styles.run} data-step-run={step} data-status={outcome?.status}>
      <div className={styles.controls}>
        {inBrowser && (
          <>
            <button type="button" className={styles.button} disabled={waiting} onClick={() => press(false)}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M4 2.5v11l9-5.5z" />
              </svg>
              {label ?? <Translate id="tejun.run">実行</Translate>}
            </button>
            <button type="button" className={styles.quiet} disabled={waiting} onClick={() => press(true)}>
              <Translate id="tejun.run.here">ここから実行</Translate>
            </button>
            {done && !outcome && !waiting && (
              <span className={styles.done}>
                <Translate id="tejun.run.done">実施済み</Translate>
              </span>
            )}
          </>
        )}
      </div>
      {(outcome || waiting || asked || stoppedAt) && (
        <Suspense
          fallback={
            <p className={styles.loading}>
              {translate({ id: 'tejun.run.loading', message: '準備しています…' })}
            </p>
          }
        >
          <StepOutcome
            {...{ page, step, outcome, waiting, running, asked, stoppedAt, run }}
            forget={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
