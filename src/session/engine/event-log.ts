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
  readonly #board: SessionStore;
  readonly #playback: Replay;

  constructor(data: PracticeData, host: BrowserEnv, board: SessionStore) {
    this.#data = data;
    this.#host = host;
    this.#board = board;
    this.#playback = new Replay(data, board, { ...host, journal: this.#fresh() });
  }

  /** Goes on from what the browser kept, or begins afresh and says why; from then on follows the other tabs. */
  async open(): Promise<void> {
    await this.#inTurn(async () => {
      const found = this.#find();
      if (found.kind === 'useless') this.#board.update({ notice: found.notice });
      if (found.kind === 'unsealed') this.#board.update({ held: found.journal.events });
      await this.#playback.begin(found.kind === 'sealed' ? found.journal : this.#playback.journal);
    });
    this.#host.journal.subscribe(() => this.#follow());
  }

  /** Goes on from a journal that nobody vouches for but the reader. */
  async resume(): Promise<void> {
    await this.#inTurn(async () => {
      const found = this.#find();
      if (found.kind !== 'unsealed') return;
      this.#keep(found.journal);
      await this.#playback.restart(found.journal);
    });
  }

  /** Does one thing, and writes it down once it is done: what is stopped leaves no trace. */
  async add(make: (at: number) => SessionEvent, signal: AbortSignal): Promise<EventResult> {
    const waiting = make(this.now());
    try {
      return await this.#inTurn(async () => {
        await this.#catchUp();
        const { journal } = this.#playback;
        const entry = make(nextInstant(journal, this.#host.now()));
        this.#board.update({ running: entry });
        const performed = await raceSignal(signal, this.#playback.perform(entry));
        if (isStopped(performed)) return this.#undo(performed);
        const extended = { ...journal, events: [...journal.events, entry] };
        this.#playback.extend(extended);
        this.#keep(extended);
        this.#board.append(performed);
        return performed;
      }, signal);
    } catch (error) {
      if (signal.aborted) return this.#undo(stopped(waiting));
      this.#board.update({ phase: 'broken', running: undefined });
      throw error;
    }
  }

  /** Back to before the first step of a page, to before one of its steps, or to the very beginning. */
  async rewind(page?: string, step?: string): Promise<void> {
    await this.#inTurn(async () => {
      const before = this.#playback.journal;
      const kept = eventsBefore(before.events, page, step);
      const journal = page === undefined ? this.#fresh() : { ...before, events: kept };
      progress.remove(refsOf(before.events.slice(kept.length)));
      this.#keep(journal);
      await this.#playback.restart(journal);
    });
  }

  /** Asks the player something, once it is where the timeline is. */
  ask<T>(question: (player: Executor) => T | Promise<T>): Promise<T> {
    return this.#playback.ask(question);
  }

  /** The real time, unless the session was ahead of it: each entry takes a second of its own. */
  now(): number {
    return Math.max(this.#host.now(), this.#playback.journal.events.at(-1)?.at ?? 0);
  }

  /** Shows what was stopped, and has another player play the session without it. */
  #undo(performed: EventResult): EventResult {
    const wasRunning = this.#board.state.running !== undefined;
    this.#board.append(performed);
    if (wasRunning) this.#playback.replace();
    return performed;
  }

  /** Another tab may have gone on with the session, or begun it again. */
  async #catchUp(): Promise<void> {
    await this.#playback.settled();
    const found = this.#find();
    // No tab wrote this: the next entry replaces it.
    if (found.kind === 'unsealed') return;
    if (found.kind === 'sealed') {
      if (this.#board.state.held) this.#board.update({ held: undefined });
      return this.#playback.catchUp(found.journal);
    }
    if (this.#playback.journal.events.length > 0) await this.#playback.restart(this.#fresh());
  }

  #follow(): void {
    const { phase, running } = this.#board.state;
    if (phase === 'ready' && running === undefined)
      this.#inTurn(() => this.#catchUp()).catch(() => this.#board.update({ phase: 'broken' }));
  }

  #inTurn<T>(task: () => Promise<T>, signal = new AbortController().signal): Promise<T> {
    return this.#host.exclusively(`tejun.${this.#data.id}`, signal, task);
  }

  #keep(journal: EventJournal): void {
    const isKept = this.#host.journal.set(sealJournal(journal, this.#host.sealKey));
    if (!isKept || this.#board.state.held)
      this.#board.update({ held: undefined, ...(!isKept && { notice: 'not-kept' }) });
  }

  #find(): FoundJournal {
    return readJournal(this.#host.journal.get(), this.#data, this.#host.sealKey);
  }

  #fresh(): EventJournal {
    return newJournal(this.#data, { start: this.#host.now(), seed: this.#host.drawSeed() });
  }
}
