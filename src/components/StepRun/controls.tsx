import { type ReactNode, useEffect, useRef, useState } from 'react';
import {
  canRemedy,
  isSame,
  isStale,
  lastEventOf,
  lastOutcome,
  type OpenSession,
  type PracticeSession,
  remedy,
  type SessionStepOutcome,
  type StepRef,
  shownSteps,
} from '../../session/index.ts';
import type { Remedy } from '../../teaching/index.ts';
import { lazyComponent, type PracticePage, useDone, usePracticePage, useSession } from '../Practice/index.ts';
import { useVariables } from '../Variables/declared.ts';
import { useValues } from '../Variables/use-values.ts';
import { Loading } from './loading.tsx';
import type { RunRequest, StepProps } from './types.ts';

const StepOutcome = lazyComponent(() => import(/* webpackChunkName: "step-outcome" */ './outcome.tsx'), {
  loading: Loading,
});

/** Runs a step whenever a button of it is pressed, and shows what came of it. */
export default function StepControls(props: StepProps): ReactNode {
  const page = usePracticePage();
  return page ? <Controls {...props} page={page} /> : null;
}

function Controls({
  step,
  request,
  onStateChange,
  page,
}: StepProps & { readonly page: PracticePage }): ReactNode {
  const { id, info, session } = page;
  const ref = { page: id, step };
  const outcome = useSession(session, (state) => lastOutcome(state, ref));
  const running = useSession(session, ({ running }) =>
    isSame(running && 'ref' in running ? running.ref : undefined, ref),
  );
  const printed = useSession(session, (state) => (running ? state.printed : undefined));
  const done = useDone(id, info).includes(step);
  const [waiting, setWaiting] = useState(false);
  const [asked, setAsked] = useState<RunRequest>();
  const [stoppedAt, setStoppedAt] = useState<StepRef>();
  const isStale = useIsStale(page, step);
  const offered = useOffered(session, ref, outcome);

  /** That the session could not be loaded is said at the top of the page. */
  const act = async (task: (session: OpenSession) => Promise<unknown>) => {
    setAsked(undefined);
    setStoppedAt(undefined);
    setWaiting(true);
    await session
      .open()
      .then(task)
      .catch(() => {});
    setWaiting(false);
  };
  const run = (refs: readonly StepRef[]) =>
    act(async (session) => {
      const last = await session.runAll(refs);
      const failed = last?.status === 'failed' ? session.state.results.at(-1)?.event : undefined;
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

  // Each press once, whatever React does with effects.
  const handled = useRef<typeof request>(undefined);
  useEffect(() => {
    if (request && handled.current !== request) void press(request.toTheEnd);
    handled.current = request;
  });
  const status = isStale ? undefined : outcome?.status;
  const isDone = done && !outcome && !waiting;
  useEffect(
    () => onStateChange({ status, isDone, isWaiting: waiting }),
    [onStateChange, status, isDone, waiting],
  );

  if (!outcome && !waiting && !asked && !stoppedAt) return null;
  return (
    <StepOutcome
      {...{ page, step, outcome, waiting, running, printed, asked, stoppedAt, run, isStale, offered }}
      back={() => void act((session) => session.reset(id, step))}
      remedy={(kind) => void act((session) => remedy(session, ref, kind))}
      forget={() => setAsked(undefined)}
    />
  );
}

const ALL: readonly Remedy[] = ['back-before-expiry', 'renew', 'run-missing'];

/** The remedies that change something for a step that failed, as the session is now. */
function useOffered(
  reader: PracticeSession,
  { page, step }: StepRef,
  outcome: SessionStepOutcome | undefined,
): readonly Remedy[] {
  const [offered, setOffered] = useState<readonly Remedy[]>([]);
  const done = useSession(reader, ({ results }) => results.length);
  const isExplained = outcome?.status === 'failed' && outcome.diagnosis !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each thing done may change it
  useEffect(() => {
    if (!isExplained) return setOffered([]);
    let isLatest = true;
    reader.open().then(
      (session) => isLatest && setOffered(ALL.filter((kind) => canRemedy(session, { page, step }, kind))),
      () => {},
    );
    return () => {
      isLatest = false;
    };
  }, [reader, page, step, isExplained, done]);
  return offered;
}

/** Tells whether a step of the page was run with other values than the page shows now. */
function useIsStale({ id, session }: PracticePage, step: string): boolean {
  const event = useSession(session, (state) => lastEventOf(state, { page: id, step }));
  const variables = useVariables();
  const values = useValues();
  return event !== undefined && isStale(event, variables, values);
}
