import { useEffect, useState } from 'react';
import type { OpenSession, PracticeSession } from '../../session/index.ts';
import { useSession } from './index.ts';

/** An answer of the session. */
export interface SessionAnswer<Answer> {
  readonly answer: Answer;
  /** When it came, by this machine's clock in ms of the epoch. */
  readonly at: number;
}

/**
 * Asks the session something after each thing that is done in it; undefined until the first answer.
 *
 * @param ask the same function at each call
 */
export function useAsked<Answer>(
  reader: PracticeSession,
  ask: (session: OpenSession) => Promise<Answer>,
): SessionAnswer<Answer> | undefined {
  const [asked, setAsked] = useState<SessionAnswer<Answer>>();
  const count = useSession(reader, ({ results }) => results.length);
  const isReady = useSession(reader, ({ phase }) => phase === 'ready');
  const isRunning = useSession(reader, ({ running }) => running !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each thing done may change the answer
  useEffect(() => {
    if (!isReady || isRunning) return;
    let isLatest = true;
    reader
      .open()
      .then(ask)
      .then(
        (answer) => isLatest && setAsked({ answer, at: Date.now() }),
        () => {},
      );
    return () => {
      isLatest = false;
    };
  }, [reader, ask, count, isReady, isRunning]);
  return asked;
}
