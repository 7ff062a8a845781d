import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isSame, outcomeOf, type ReaderSession, type StepRef, shownSteps } from '../../session/index.ts';
import { type PracticePage, useDone, usePracticePage, useReader } from '../Practice/index.ts';
import { onDemand } from '../Practice/on-demand.tsx';
import { Loading } from './loading.tsx';
import type { Asked, StepProps } from './types.ts';

const StepOutcome = onDemand(() => import('./outcome.tsx'), { before: Loading });

/** Runs a step whenever a button of it is pressed, and shows what came of it. */
export default function StepControls(props: StepProps): ReactNode {
  const page = usePracticePage();
  return page ? <Controls {...props} page={page} /> : null;
}

function Controls({ step, pressed, tell, page }: StepProps & { readonly page: PracticePage }): ReactNode {
  const { id, facts, reader } = page;
  const ref = { page: id, step };
  const outcome = useReader(reader, (state) => outcomeOf(state, ref));
  const running = useReader(reader, ({ running }) =>
    isSame(running && 'ref' in running ? running.ref : undefined, ref),
  );
  const done = useDone(id, facts.hash).includes(step);
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

  // Each press once, whatever React does with effects.
  const handled = useRef<typeof pressed>(undefined);
  useEffect(() => {
    if (pressed && handled.current !== pressed) void press(pressed.toTheEnd);
    handled.current = pressed;
  });
  const status = outcome?.status;
  const isDone = done && !outcome && !waiting;
  useEffect(() => tell({ status, isDone, isWaiting: waiting }), [tell, status, isDone, waiting]);

  if (!outcome && !waiting && !asked && !stoppedAt) return null;
  return (
    <StepOutcome
      {...{ page, step, outcome, waiting, running, asked, stoppedAt, run }}
      forget={() => setAsked(undefined)}
    />
  );
}
