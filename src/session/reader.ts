import { journalKey } from './state.ts';
import { createStored } from './stored.ts';
import type { ReaderSession, ReaderState } from './types.ts';

/** One practice in this tab: what stands on the page of it before, while and after its session is loaded. */
export interface Reader {
  readonly state: ReaderState;
  subscribe(listener: () => void): () => void;
  /** Loads the session and brings it to where the reader left it; once, however often it is called. */
  open(): Promise<ReaderSession>;
  /** Whether something was run before, here or in another tab, so that there is something to show again. */
  readonly isBegun: boolean;
}

const CLOSED: ReaderState = { phase: 'closed', performed: [] };
const readers = new Map<string, Reader>();

export function readerOf(practice: string): Reader {
  const known = readers.get(practice);
  if (known) return known;
  const reader = createReader(practice);
  readers.set(practice, reader);
  return reader;
}

function createReader(practice: string): Reader {
  const listeners = new Set<() => void>();
  let state = CLOSED;
  let opened: Promise<ReaderSession> | undefined;
  const show = (next: ReaderState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const open = async (): Promise<ReaderSession> => {
    show({ phase: 'opening', performed: [] });
    try {
      const { openSession } = await import('./session/index.ts');
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
      show({ phase: 'broken', performed: [] });
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
      return createStored(journalKey(practice), (found) => found !== undefined).get();
    },
  };
}
