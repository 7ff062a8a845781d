import { createPersistedStore } from './local-storage.ts';
import { journalKey } from './session-state.ts';
import type { OpenSession, SessionState } from './types.ts';

/** One practice in this tab: what stands on the page of it before, while and after its session is loaded. */
export interface PracticeSession {
  readonly state: SessionState;
  subscribe(listener: () => void): () => void;
  /** Loads the session and brings it to where the reader left it; once, however often it is called. */
  open(): Promise<OpenSession>;
  /** True where something was run before, here or in another tab, and can be shown again. */
  readonly isBegun: boolean;
}

const CLOSED: SessionState = { phase: 'closed', results: [] };
const readers = new Map<string, PracticeSession>();

export function getSession(practice: string): PracticeSession {
  const known = readers.get(practice);
  if (known) return known;
  const reader = createReader(practice);
  readers.set(practice, reader);
  return reader;
}

function createReader(practice: string): PracticeSession {
  const listeners = new Set<() => void>();
  let state = CLOSED;
  let opened: Promise<OpenSession> | undefined;
  const show = (next: SessionState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const open = async (): Promise<OpenSession> => {
    show({ phase: 'opening', results: [] });
    try {
      const { openSession } = await import('./engine/index.ts');
      const session = await openSession(practice);
      session.subscribe(() => {
        // Opened again, it goes on from what was written down.
        if (session.state.phase === 'broken') opened = undefined;
        show(session.state);
      });
      show(session.state);
      return session;
    } catch (error) {
      opened = undefined;
      show({ phase: 'broken', results: [] });
      throw error;
    }
  };
  return {
    get state() {
      return state;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => {
      opened ??= open();
      return opened;
    },
    get isBegun() {
      return createPersistedStore(journalKey(practice), (found) => found !== undefined).get();
    },
  };
}
