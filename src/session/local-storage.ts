import type { VariableValues } from '../procedure/index.ts';

/** A value kept in the browser for this site, shared by its tabs. */
export interface PersistedStore<T> {
  /** The same object until it changes. */
  get(): T;
  /** False where the browser does not keep it: storage that is full or forbidden. It is kept for this tab then. */
  set(value: T): boolean;
  /** Calls the listener after each change, also one made in another tab, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** `read` makes a value of what is found there: anything at all, or undefined for nothing. */
export function createPersistedStore<T>(key: string, read: (found: unknown) => T): PersistedStore<T> {
  const listeners = new Set<() => void>();
  let known: { text: string | null; value: T } | undefined;
  /** Value that could not be stored. */
  let unkept: { value: T } | undefined;

  const get = (): T => {
    if (unkept) return unkept.value;
    const text = load(key);
    if (known?.text !== text) known = { text, value: read(parse(text)) };
    return known.value;
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const hear = (event: StorageEvent) => {
    if (event.key === key || event.key === null) tell();
  };
  return {
    get,
    set: (value) => {
      const kept = save(key, JSON.stringify(value));
      unkept = kept ? undefined : { value };
      tell();
      return kept;
    },
    subscribe: (listener) => {
      if (listeners.size === 0) globalThis.addEventListener?.('storage', hear);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) globalThis.removeEventListener?.('storage', hear);
      };
    },
  };
}

/** Reading `localStorage` throws where the browser forbids it. */
function load(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function save(key: string, text: string | undefined): boolean {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Text that is no JSON is something, though nothing that can be used. */
function parse(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const stores = new Map<string, PersistedStore<VariableValues>>();

/** The values that the reader chose for the variables of a practice, kept in the browser. */
export function variablesOf(practice: string): PersistedStore<VariableValues> {
  const known = stores.get(practice);
  if (known) return known;
  const store = createPersistedStore(`tejun.variables.${practice}`, readValues);
  stores.set(practice, store);
  return store;
}

function readValues(found: unknown): VariableValues {
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(Object.entries(found).filter(([, value]) => typeof value === 'string'));
}
