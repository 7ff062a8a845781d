import { useEffect, useState } from 'react';
import {
  canRemedy,
  type PracticeSession,
  type SessionStepOutcome,
  type StepRef,
} from '../../session/index.ts';
import type { Remedy } from '../../teaching/index.ts';
import { useSession } from '../Practice/index.ts';

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
