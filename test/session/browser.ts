import type { SessionHost } from '../../src/session/session/host.ts';
import { createPlayer } from '../../src/session/session/player.ts';
import { Session } from '../../src/session/session/session.ts';
import type { Player, PlayerConnection, PracticeData } from '../../src/session/session/types.ts';
import type { Stored } from '../../src/session/stored.ts';

/** A browser with storage and locks that its tabs share, and a clock that stands still until it is moved. */
export function createBrowser(data: PracticeData, start: () => PlayerConnection = startPlayer) {
  let journal: string | undefined;
  let instant = Date.parse('2026-03-01T12:00:00Z');
  let turn: Promise<unknown> = Promise.resolve();
  let seeds = 0;
  const listeners = new Set<() => void>();
  const started: PlayerConnection[] = [];

  const stored: Stored<unknown> = {
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

  const connect = (): PlayerConnection => {
    const connection = start();
    started.push(connection);
    return connection;
  };

  const host = (): SessionHost => ({
    connection: connect(),
    connect,
    journal: stored,
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
    openTab: (practised = data) => Session.open(practised, host()),
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

/** Like a worker's: what it gives is a copy, and once it is ended it answers nothing more. */
function startPlayer(): PlayerConnection {
  const player = createPlayer();
  let ended = false;
  const never = new Promise<never>(() => {});
  const copied = new Proxy(player, {
    get:
      (target, name: keyof Player) =>
      async (...given: unknown[]) => {
        const method = target[name] as (...args: unknown[]) => unknown;
        const result = await method(...structuredClone(given));
        return ended ? never : structuredClone(result);
      },
  });
  return {
    player: copied,
    broken: never,
    end: () => {
      ended = true;
    },
  };
}
