import { progress } from '../progress.ts';
import type { EventJournal, EventResult, SessionEvent } from '../types.ts';
import { eventsBefore, type FoundJournal, newJournal, nextInstant, readJournal } from './journal.ts';
import { sealJournal } from './journal-seal.ts';
import { raceSignal } from './race-signal.ts';
import { Replay } from './replay.ts';
import { isStopped, refsOf, stopped } from './session-events.ts';
import type { SessionStore } from './session-store.ts';
import type { BrowserEnv, Executor, PracticeData } from './types.ts';

/**
 * Ordered events of a practice, kept in the browser and shared by its tabs. What the journal
 * says wins: a tab that is behind plays what others added, and one whose past is gone begins again.
 */
export class EventLog {
  readonly #data: PracticeData;
  readonly #host: BrowserEnv;
  readonly #store: SessionStore;
  readonly #replay: Replay;

  constructor(data: PracticeData, host: BrowserEnv, store: SessionStore) {
    this.#data = data;
    this.#host = host;
    this.#store = store;
    this.#replay = new Replay(data, store, { ...host, journal: this.#fresh() });
  }

  /** Goes on from what the browser kept, or begins afresh and says why; from then on follows the other tabs. */
  async open(): Promise<void> {
    await this.#inTurn(async () => {
      const found = this.#find();
      if (found.kind === 'useless') this.#store.update({ notice: found.notice });
      if (found.kind === 'unsealed') this.#store.update({ held: found.journal.events });
      await this.#replay.begin(found.kind === 'sealed' ? found.journal : this.#replay.journal);
    });
    this.#host.journal.subscribe(() => this.#follow());
  }

  /** Goes on from a journal that nobody vouches for but the reader. */
  async resume(): Promise<void> {
    await this.#inTurn(async () => {
      const found = this.#find();
      if (found.kind !== 'unsealed') return;
      this.#keep(found.journal);
      await this.#replay.restart(found.journal);
    });
  }

  /** Does one thing, and writes it down once it is done: what is stopped leaves no trace. */
  async add(make: (at: number) => SessionEvent, signal: AbortSignal): Promise<EventResult> {
    const waiting = make(this.now());
    try {
      return await this.#inTurn(async () => {
        await this.#catchUp();
        const { journal } = this.#replay;
        const entry = make(nextInstant(journal, this.#host.now()));
        this.#store.update({ running: entry });
        const result = await raceSignal(signal, this.#replay.perform(entry));
        if (isStopped(result)) return this.#undo(result);
        const extended = { ...journal, events: [...journal.events, entry] };
        this.#replay.extend(extended);
        this.#keep(extended);
        this.#store.append(result);
        return result;
      }, signal);
    } catch (error) {
      if (signal.aborted) return this.#undo(stopped(waiting));
      this.#store.update({ phase: 'broken', running: undefined });
      throw error;
    }
  }

  /** Back to before the first step of a page, to before one of its steps, or to the very beginning. */
  async rewind(page?: string, step?: string): Promise<void> {
    await this.#inTurn(async () => {
      const before = this.#replay.journal;
      const kept = eventsBefore(before.events, page, step);
      const journal = page === undefined ? this.#fresh() : { ...before, events: kept };
      progress.remove(refsOf(before.events.slice(kept.length)));
      this.#keep(journal);
      await this.#replay.restart(journal);
    });
  }

  /** Asks the executor something, once it is where the event log is. */
  ask<T>(question: (player: Executor) => T | Promise<T>): Promise<T> {
    return this.#replay.ask(question);
  }

  /** The real time, unless the session was ahead of it: each entry takes a second of its own. */
  now(): number {
    return Math.max(this.#host.now(), this.#replay.journal.events.at(-1)?.at ?? 0);
  }

  /** Shows what was stopped, and has another player play the session without it. */
  #undo(performed: EventResult): EventResult {
    const wasRunning = this.#store.state.running !== undefined;
    this.#store.append(performed);
    if (wasRunning) this.#replay.replace();
    return performed;
  }

  /** Another tab may have gone on with the session, or begun it again. */
  async #catchUp(): Promise<void> {
    await this.#replay.settled();
    const found = this.#find();
    // No tab wrote this: the next entry replaces it.
    if (found.kind === 'unsealed') return;
    if (found.kind === 'sealed') {
      if (this.#store.state.held) this.#store.update({ held: undefined });
      return this.#replay.catchUp(found.journal);
    }
    if (this.#replay.journal.events.length > 0) await this.#replay.restart(this.#fresh());
  }

  #follow(): void {
    const { phase, running } = this.#store.state;
    if (phase === 'ready' && running === undefined)
      this.#inTurn(() => this.#catchUp()).catch(() => this.#store.update({ phase: 'broken' }));
  }

  #inTurn<T>(task: () => Promise<T>, signal = new AbortController().signal): Promise<T> {
    return this.#host.exclusively(`tejun.${this.#data.id}`, signal, task);
  }

  #keep(journal: EventJournal): void {
    const isKept = this.#host.journal.set(sealJournal(journal, this.#host.sealKey));
    if (!isKept || this.#store.state.held)
      this.#store.update({ held: undefined, ...(!isKept && { notice: 'not-kept' }) });
  }

  #find(): FoundJournal {
    return readJournal(this.#host.journal.get(), this.#data, this.#host.sealKey);
  }

  #fresh(): EventJournal {
    return newJournal(this.#data, { start: this.#host.now(), seed: this.#host.drawSeed() });
  }
}
