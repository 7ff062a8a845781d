import { fingerprint, type Page } from '../../procedure/index.ts';
import { progress } from '../progress.ts';
import type { Performed, ReaderState } from '../types.ts';
import { isHidden } from './way.ts';

/** What the page shows of a session, and who wants to know when that changes. */
export class Board {
  readonly #pages: readonly Page[];
  readonly #listeners = new Set<() => void>();
  #state: ReaderState = { phase: 'opening', performed: [] };

  constructor(pages: readonly Page[]) {
    this.#pages = pages;
  }

  get state(): ReaderState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  show(change: Partial<ReaderState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Adds what was done; a step that went well counts for the reader's progress. */
  note(performed: Performed): void {
    this.show({ running: undefined, performed: [...this.#state.performed, performed] });
    const { entry, outcome } = performed;
    if (!outcome || outcome.status === 'failed' || !('ref' in entry) || !entry.ref) return;
    const page = this.#pages.find(({ id }) => id === entry.ref?.page);
    const step = page?.steps.find(({ id }) => id === entry.ref?.step);
    if (page && step && !isHidden(step)) progress.add(entry.ref, fingerprint(page));
  }
}
