export type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** Reaction to the next signal. */
export type Reaction = (signal: Signal) => void;

/** Source of signals: a process. */
interface Source {
  on(signal: Signal, listener: Reaction): unknown;
  off(signal: Signal, listener: Reaction): unknown;
  listeners(signal: Signal): unknown[];
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const satisfies readonly Signal[];
/** npm passes on to its script what the terminal has sent to both: within this time it is the same signal. */
const SAME_MS = 1_000;

/** Signals that go to us. */
export interface Signals {
  /** From now on this is what a signal does; nobody else hears of signals any more. */
  take(reaction: Reaction): void;
  /** Signals do again what they do by themselves. */
  release(): void;
}

/** Until they are released, signals end nothing by themselves. `now`: in milliseconds. */
export function listen(
  reaction: Reaction,
  source: Source = process,
  now = (): number => performance.now(),
): Signals {
  let current = reaction;
  let last: number | undefined;
  const hear = (signal: Signal): void => {
    const isSame = last !== undefined && now() - last < SAME_MS;
    if (isSame) return;
    last = now();
    current(signal);
  };
  for (const signal of SIGNALS) source.on(signal, hear);
  return {
    take: (next) => {
      current = next;
      // Ours stays throughout: a signal that comes while a process has no listener for it is lost.
      for (const signal of SIGNALS)
        for (const other of source.listeners(signal))
          if (other !== hear) source.off(signal, other as Reaction);
    },
    release: () => {
      for (const signal of SIGNALS) source.off(signal, hear);
    },
  };
}
