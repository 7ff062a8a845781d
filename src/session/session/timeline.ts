import { progress } from '../progress.ts';
import type { Journal, JournalEntry, Performed } from '../types.ts';
import type { Board } from './board.ts';
import type { SessionHost } from './host.ts';
import { entriesBefore, newJournal, nextInstant, readJournal } from './journal.ts';
import { isStopped, refsOf, stopped } from './performed.ts';
import { Playback } from './playback.ts';
import type { Player, PracticeData } from './types.ts';
import { until } from './until.ts';

/**
 * What is done in a practice, one thing after another, kept in the browser and shared by its tabs. What the journal
 * says wins: a tab that is behind plays what others added, and one whose past is gone begins again.
 */
export class Timeline {
  readonly #data: PracticeData;
  readonly #host: SessionHost;
  readonly #board: Board;
  readonly #playback: Playback;

  constructor(data: PracticeData, host: SessionHost, board: Board) {
    this.#data = data;
    this.#host = host;
    this.#board = board;
    this.#playback = new Playback(data, board, { ...host, journal: this.#fresh() });
  }

  /** Goes on from what the browser kept, or begins afresh and says why; from then on follows the other tabs. */
  async open(): Promise<void> {
    await this.#inTurn(async () => {
      const found = readJournal(this.#host.journal.get(), this.#data);
      if (typeof found === 'string') this.#board.show({ notice: found });
      await this.#playback.begin(typeof found === 'object' ? found : this.#playback.journal);
    });
    this.#host.journal.subscribe(() => this.#follow());
  }

  /** Does one thing, and writes it down once it is done: what is stopped leaves no trace. */
  async add(make: (at: number) => JournalEntry, signal: AbortSignal): Promise<Performed> {
    const waiting = make(this.now());
    try {
      return await this.#inTurn(async () => {
        await this.#catchUp();
        const { journal } = this.#playback;
        const entry = make(nextInstant(journal, this.#host.now()));
        this.#board.show({ running: entry });
        const performed = await until(signal, this.#playback.perform(entry));
        if (isStopped(performed)) return this.#undo(performed);
        const extended = { ...journal, entries: [...journal.entries, entry] };
        this.#playback.extend(extended);
        this.#keep(extended);
        this.#board.note(performed);
        return performed;
      }, signal);
    } catch (error) {
      if (signal.aborted) return this.#undo(stopped(waiting));
      this.#board.show({ phase: 'broken', running: undefined });
      throw error;
    }
  }

  /** Back to before the first step of a page, or to the very beginning. */
  async rewind(page?: string): Promise<void> {
    await this.#inTurn(async () => {
      const before = this.#playback.journal;
      const kept = entriesBefore(page, before.entries);
      const journal = page === undefined ? this.#fresh() : { ...before, entries: kept };
      progress.remove(refsOf(before.entries.slice(kept.length)));
      this.#keep(journal);
      await this.#playback.restart(journal);
    });
  }

  /** Asks the player something, once it is where the timeline is. */
  ask<T>(question: (player: Player) => T | Promise<T>): Promise<T> {
    return this.#playback.ask(question);
  }

  /** The real time, unless the session was ahead of it: each entry takes a second of its own. */
  now(): number {
    return Math.max(this.#host.now(), this.#playback.journal.entries.at(-1)?.at ?? 0);
  }

  /** Shows what was stopped, and has another player play the session without it. */
  #undo(performed: Performed): Performed {
    const wasRunning = this.#board.state.running !== undefined;
    this.#board.note(performed);
    if (wasRunning) this.#playback.replace();
    return performed;
  }

  /** Another tab may have gone on with the session, or begun it again. */
  async #catchUp(): Promise<void> {
    await this.#playback.settled();
    const found = readJournal(this.#host.journal.get(), this.#data);
    if (typeof found === 'object') return this.#playback.catchUp(found);
    if (this.#playback.journal.entries.length > 0) await this.#playback.restart(this.#fresh());
  }

  #follow(): void {
    const { phase, running } = this.#board.state;
    if (phase === 'ready' && running === undefined)
      this.#inTurn(() => this.#catchUp()).catch(() => this.#board.show({ phase: 'broken' }));
  }

  #inTurn<T>(task: () => Promise<T>, signal = new AbortController().signal): Promise<T> {
    return this.#host.exclusively(`tejun.${this.#data.id}`, signal, task);
  }

  #keep(journal: Journal): void {
    if (!this.#host.journal.set(journal)) this.#board.show({ notice: 'not-kept' });
  }

  #fresh(): Journal {
    return newJournal(this.#data, { start: this.#host.now(), seed: this.#host.drawSeed() });
  }
}
