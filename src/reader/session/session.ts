import { fillIn, type Page, type VariableValues } from '../../procedure/index.ts';
import type { ShellOutput } from '../../shell/index.ts';
import { progress } from '../progress.ts';
import { outcomeOf } from '../state.ts';
import type { Stored } from '../stored.ts';
import type {
  Completion,
  Journal,
  JournalEntry,
  Performed,
  ReaderOutcome,
  ReaderSession,
  ReaderState,
  Standing,
  StepRef,
} from '../types.ts';
import { Board } from './board.ts';
import { entriesBefore, newJournal, nextInstant, readJournal } from './journal.ts';
import { isStopped, refsOf, STOPPED, stopped } from './performed.ts';
import { Playback } from './playback.ts';
import type { PlayerConnection, PracticeData } from './types.ts';
import { hiddenAround, missingBefore } from './way.ts';

/** What a session needs of the browser. */
export interface SessionHost {
  /** A player that was started already, to be ready sooner. */
  readonly connection: PlayerConnection;
  connect(): PlayerConnection;
  /** Where the journal is kept, shared by the tabs. */
  readonly journal: Stored<unknown>;
  values(): VariableValues;
  /** Instant, in ms of the epoch. */
  now(): number;
  drawSeed(): string;
  /** Runs one task at a time, over all tabs; rejects when the signal fires before its turn. */
  exclusively<T>(name: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>;
}

/**
 * A session is its journal, kept in the browser and shared by the tabs, and a player that has played it so far. What
 * the journal says wins: a tab that is behind plays what others added, and one whose past is gone begins again.
 */
export class Session implements ReaderSession {
  readonly pages: readonly Page[];
  readonly #data: PracticeData;
  readonly #host: SessionHost;
  readonly #board: Board;
  readonly #playback: Playback;
  #stopper = new AbortController();

  static async open(data: PracticeData, host: SessionHost): Promise<Session> {
    const session = new Session(data, host);
    await session.#inTurn(() => session.#resume());
    host.journal.subscribe(() => session.#follow());
    return session;
  }

  private constructor(data: PracticeData, host: SessionHost) {
    this.pages = data.pages;
    this.#data = data;
    this.#host = host;
    this.#board = new Board(data.pages);
    this.#playback = new Playback(data, this.#board, { ...host, journal: this.#fresh() });
  }

  get state(): ReaderState {
    return this.#board.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#board.subscribe(listener);
  }

  missing(ref: StepRef): readonly StepRef[] {
    return missingBefore(ref, this.pages, this.#isDone);
  }

  async run(ref: StepRef): Promise<ReaderOutcome> {
    const { before, after } = hiddenAround(ref, this.pages, this.#isDone);
    for (const hidden of before) {
      const prepared = await this.#runOne(hidden);
      if (prepared.status === 'failed') return prepared;
    }
    const outcome = await this.#runOne(ref);
    for (const hidden of after) await this.#runOne(hidden);
    return outcome;
  }

  async runAll(refs: readonly StepRef[]): Promise<ReaderOutcome | undefined> {
    const { signal } = this.#stopper;
    let outcome: ReaderOutcome | undefined;
    for (const ref of refs) {
      if (signal.aborted || outcome?.status === 'failed') break;
      outcome = await this.run(ref);
    }
    return outcome;
  }

  async type(script: string): Promise<ShellOutput> {
    const { output } = await this.#add((at) => ({ kind: 'typed', script, at }));
    return output ?? STOPPED;
  }

  async elapse(ms: number): Promise<void> {
    await this.#add((at) => ({ kind: 'elapse', ms, at }));
  }

  stop(): void {
    this.#stopper.abort();
    this.#stopper = new AbortController();
  }

  async reset(page?: string): Promise<void> {
    this.stop();
    await this.#inTurn(async () => {
      const before = this.#playback.journal;
      const kept = entriesBefore(page, before.entries);
      const journal = page === undefined ? this.#fresh() : { ...before, entries: kept };
      progress.remove(refsOf(before.entries.slice(kept.length)));
      this.#keep(journal);
      await this.#playback.restart(journal);
    });
  }

  complete(line: string, cursor: number): Promise<Completion> {
    return this.#playback.ask((player) => player.complete(line, cursor));
  }

  isUnfinished(script: string): Promise<boolean> {
    return this.#playback.ask((player) => player.isUnfinished(script));
  }

  judge(ref: StepRef, pasted: string): Promise<ReaderOutcome> {
    return this.#playback.ask((player) => player.judge(ref, this.#host.values(), pasted));
  }

  standing(): Promise<Standing> {
    return this.#playback.ask((player) => player.standing(this.#now()));
  }

  async #runOne(ref: StepRef): Promise<ReaderOutcome> {
    const make = this.#entryFor(ref);
    if (!make) return { status: 'skipped', reason: 'There is no such step any more.' };
    const { outcome, output } = await this.#add(make);
    return outcome ?? { status: 'failed', reason: STOPPED.stopped ?? '', output: output ?? STOPPED };
  }

  #entryFor(ref: StepRef): ((at: number) => JournalEntry) | undefined {
    const page = this.pages.find(({ id }) => id === ref.page);
    const step = page?.steps.find(({ id }) => id === ref.step);
    if (!page || !step) return undefined;
    if (step.role === 'elapse') return (at) => ({ kind: 'elapse', ref, ms: step.durationMs, at });
    const values = this.#host.values();
    const { script } = fillIn(step, page.variables, values);
    // The example may show a value that the command does not.
    const isChosen = Object.keys(values).length > 0;
    return (at) => ({ kind: 'step', ref, script, ...(isChosen && { values }), at });
  }

  /** Does one thing, and writes it down once it is done: what is stopped leaves no trace. */
  async #add(make: (at: number) => JournalEntry): Promise<Performed> {
    const { signal } = this.#stopper;
    const waiting = make(this.#now());
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

  /** Shows what was stopped, and has another player play the session without it. */
  #undo(performed: Performed): Performed {
    const wasRunning = this.state.running !== undefined;
    this.#board.note(performed);
    if (wasRunning) this.#playback.replace();
    return performed;
  }

  /** Goes on from what the browser kept, or begins afresh and says why. */
  async #resume(): Promise<void> {
    const found = readJournal(this.#host.journal.get(), this.#data);
    if (typeof found === 'string') this.#board.show({ notice: found });
    await this.#playback.begin(typeof found === 'object' ? found : this.#playback.journal);
  }

  /** Another tab may have gone on with the session, or begun it again. */
  async #catchUp(): Promise<void> {
    await this.#playback.settled();
    const found = readJournal(this.#host.journal.get(), this.#data);
    if (typeof found === 'object') return this.#playback.catchUp(found);
    if (this.#playback.journal.entries.length > 0) await this.#playback.restart(this.#fresh());
  }

  #follow(): void {
    if (this.state.phase === 'ready' && this.state.running === undefined)
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

  /** The real time, unless the session was ahead of it: each entry takes a second of its own. */
  #now(): number {
    return Math.max(this.#host.now(), this.#playback.journal.entries.at(-1)?.at ?? 0);
  }

  readonly #isDone = (ref: StepRef): boolean => {
    const outcome = outcomeOf(this.state, ref);
    return outcome !== undefined && outcome.status !== 'failed';
  };
}

/** What the promise gives, unless the signal fires before; then it rejects, whatever the promise is still about. */
async function until<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  let stop = () => {};
  const fired = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([promise, fired]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
