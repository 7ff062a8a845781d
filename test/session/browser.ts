import { createExecutor } from '../../src/session/engine/executor.ts';
import { SessionActions } from '../../src/session/engine/session-actions.ts';
import type { BrowserEnv, Executor, PracticeData, WorkerClient } from '../../src/session/engine/types.ts';
import type { PersistedStore } from '../../src/session/local-storage.ts';

/** A browser with storage and locks that its tabs share, and a clock that stands still until it is moved. */
export function createBrowser(data: PracticeData, start: () => WorkerClient = startPlayer) {
  const sealKey = new Uint8Array(32).fill(7);
  let journal: string | undefined;
  let instant = Date.parse('2026-03-01T12:00:00Z');
  let turn: Promise<unknown> = Promise.resolve();
  let seeds = 0;
  const listeners = new Set<() => void>();
  const started: WorkerClient[] = [];

  const stored: PersistedStore<unknown> = {
    get: () => (journal === undefined ? undefined : JSON.parse(journal)),
    set: (value) => {
      journal = JSON.stringify(value);
      for (const listener of listeners) listener();
      return true;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  const connect = (): WorkerClient => {
    const connection = start();
    started.push(connection);
    return connection;
  };

  const host = (): BrowserEnv => ({
    connection: connect(),
    connect,
    journal: stored,
    sealKey,
    values: () => ({}),
    now: () => instant,
    drawSeed: () => `seed-${seeds++}`,
    exclusively: (_name, signal, task) => {
      const result = turn.then(() => {
        signal.throwIfAborted();
        return task();
      });
      turn = result.catch(() => {});
      return result;
    },
  });

  return {
    openTab: (practised = data) => SessionActions.open(practised, host()),
    /** The text in storage. */
    get journal() {
      return journal;
    },
    set journal(text: string | undefined) {
      journal = text;
      for (const listener of listeners) listener();
    },
    pass: (milliseconds: number) => {
      instant += milliseconds;
    },
    started,
  };
}

/** Functions are called from afar, as comlink does. */
const copyOf = (value: unknown) => (typeof value === 'function' ? value : structuredClone(value));

/** Like a worker's: what it gives is a copy, and once it is ended it answers nothing more. */
function startPlayer(): WorkerClient {
  let now = 0;
  // Slow enough for each part of an output to be told.
  const player = createExecutor(() => (now += 1_000));
  let ended = false;
  const never = new Promise<never>(() => {});
  const copied = new Proxy(player, {
    get:
      (target, name: keyof Executor) =>
      async (...given: unknown[]) => {
        const method = target[name] as (...args: unknown[]) => unknown;
        const result = await method(...given.map(copyOf));
        return ended ? never : structuredClone(result);
      },
  });
  return {
    executor: copied,
    broken: never,
    end: () => {
      ended = true;
    },
  };
}
