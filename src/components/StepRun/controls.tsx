import { type ReactNode, useEffect, useRef, useState } from 'react';
import {
  isSame,
  lastOutcome,
  type OpenSession,
  remedy,
  type StepRef,
  shownSteps,
} from '../../session/index.ts';
import { lazyComponent, type PracticePage, useDone, usePracticePage, useSession } from '../Practice/index.ts';
import { Loading } from './loading.tsx';
import type { RunRequest, StepProps } from './types.ts';
import { useIsStale, useOffered } from './use-step.ts';

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
