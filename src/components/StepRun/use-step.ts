import { useEffect, useState } from 'react';
import {
  canRemedy,
  isStale,
  lastEventOf,
  type PracticeSession,
  type SessionStepOutcome,
  type StepRef,
} from '../../session/index.ts';
import type { Remedy } from '../../teaching/index.ts';
import { type PracticePage, useSession } from '../Practice/index.ts';
import { useVariables } from '../Variables/declared.ts';
import { useValues } from '../Variables/use-values.ts';

const ALL: readonly Remedy[] = ['back-before-expiry', 'renew', 'run-missing'];

/** The remedies that change something for a step that failed, as the session is now. */
export function useOffered(
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
export function useIsStale({ id, session }: PracticePage, step: string): boolean {
  const event = useSession(session, (state) => lastEventOf(state, { page: id, step }));
  const variables = useVariables();
  const values = useValues();
  return event !== undefined && isStale(event, variables, values);
}
