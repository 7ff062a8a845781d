import { fingerprint, formerFingerprint, isHidden, type Page } from '../../procedure/index.ts';
import { progress } from '../progress.ts';
import type { EventResult, SessionState } from '../types.ts';

/** More than one reads while a command runs; all of it is there at its end. */
const MOST_PRINTED = 200_000;

/** Observable state of a session, as the page shows it. */
export class SessionStore {
  readonly #pages: readonly Page[];
  readonly #listeners = new Set<() => void>();
  #state: SessionState;

  constructor(pages: readonly Page[]) {
    this.#pages = pages;
    this.#state = { phase: 'opening', results: [], pages };
  }

  get state(): SessionState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  update(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Adds to what the running event has printed so far. */
  print(text: string): void {
    const { running, printed = '' } = this.#state;
    if (running) this.update({ printed: (printed + text).slice(0, MOST_PRINTED) });
  }

  /** Adds what was done; a step that went well counts for the reader's progress. */
  append(performed: EventResult): void {
    this.update({ running: undefined, printed: undefined, results: [...this.#state.results, performed] });
    const { event, outcome } = performed;
    if (!outcome || outcome.status === 'failed' || !('ref' in event) || !event.ref) return;
    const page = this.#pages.find(({ id }) => id === event.ref?.page);
    const step = page?.steps.find(({ id }) => id === event.ref?.step);
    if (page && step && !isHidden(step))
      progress.add(event.ref, { hash: fingerprint(page), formerHash: formerFingerprint(page) });
  }
}
