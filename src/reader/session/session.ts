import { fillIn, fingerprint, type Page, type VariableValues } from '../../procedure/index.ts';
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
import { entriesBefore, goesOn, newJournal, nextInstant, readJournal } from './journal.ts';
import type { PlayerConnection, PracticeData } from './types.ts';
import { hiddenAround, isHidden, missingBefore } from './way.ts';

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

const STOPPED: ShellOutput = { stdout: '', stderr: '', exitCode: 130, stopped: 'stopped by the reader' };

/**
 * A session is its journal, kept in the browser and shared by the tabs, and a player that has played it so far. What
 * the journal says wins: a tab that is behind plays what others added, and one whose past is gone begins again.
 */
export class Session implements ReaderSession {
  readonly pages: readonly Page[];
  readonly #data: PracticeData;
  readonly #host: SessionHost;
  readonly #listeners = new Set<() => void>();
  #connection: PlayerConnection;
  #journal: Journal;
  /** Settles when the player has played the journal. */
  #played: Promise<void> = Promise.resolve();
  #state: ReaderState = { phase: 'opening', performed: [] };
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
    this.#connection = host.connection;
    this.#journal = this.#fresh();
  }

  get state(): ReaderState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
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
      const before = this.#journal;
      const kept = entriesBefore(page, before.entries);
      const journal = page === undefined ? this.#fresh() : { ...before, entries: kept };
      progress.remove(refsOf(before.entries.slice(kept.length)));
      this.#save(journal);
      await this.#restart(journal);
    });
  }

  async complete(line: string, cursor: number): Promise<Completion> {
    await this.#played;
    return this.#connection.player.complete(line, cursor);
  }

  async isUnfinished(script: string): Promise<boolean> {
    await this.#played;
    return this.#connection.player.isUnfinished(script);
  }

  async judge(ref: StepRef, pasted: string): Promise<ReaderOutcome> {
    await this.#played;
    return this.#connection.player.judge(ref, this.#host.values(), pasted);
  }

  async standing(): Promise<Standing> {
    await this.#played;
    return this.#connection.player.standing(this.#now());
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
        const entry = make(nextInstant(this.#journal, this.#host.now()));
        this.#show({ running: entry });
        const performed = await until(signal, this.#connection.player.perform(entry));
        if (isStopped(performed)) return this.#undo(performed);
        this.#save({ ...this.#journal, entries: [...this.#journal.entries, entry] });
        this.#note(performed);
        return performed;
      }, signal);
    } catch (error) {
      if (!signal.aborted) {
        this.#show({ running: undefined });
        throw error;
      }
      return this.#undo(stopped(waiting));
    }
  }

  /** Shows what was stopped, and has another player play the session without it. */
  #undo(performed: Performed): Performed {
    const wasRunning = this.#state.running !== undefined;
    this.#note(performed);
    if (wasRunning) this.#replace(this.#journal);
    return performed;
  }

  /** Goes on from what the browser kept, or begins afresh and says why. */
  async #resume(): Promise<void> {
    const found = readJournal(this.#host.journal.get(), this.#data);
    if (typeof found === 'string') this.#show({ notice: found });
    await this.#restart(typeof found === 'object' ? found : this.#fresh(), this.#connection);
  }

  /** Another tab may have gone on with the session, or begun it again. */
  async #catchUp(): Promise<void> {
    await this.#played;
    const found = readJournal(this.#host.journal.get(), this.#data);
    if (typeof found !== 'object') {
      if (this.#journal.entries.length > 0) await this.#restart(this.#fresh());
      return;
    }
    if (!goesOn(found, this.#journal)) return this.#restart(found);
    const missed = found.entries.slice(this.#journal.entries.length);
    this.#journal = found;
    for (const entry of missed) this.#note(await this.#connection.player.perform(entry));
  }

  #follow(): void {
    if (this.#state.phase === 'ready' && this.#state.running === undefined)
      this.#inTurn(() => this.#catchUp()).catch(() => this.#show({ phase: 'broken' }));
  }

  /** Plays a journal from its beginning, and shows what comes of it. */
  async #restart(journal: Journal, connection?: PlayerConnection): Promise<void> {
    this.#show({ phase: 'opening', performed: [], running: undefined });
    this.#replace(journal, connection, (performed) => this.#note(performed));
    await this.#played;
  }

  #replace(journal: Journal, connection?: PlayerConnection, note: (performed: Performed) => void = () => {}) {
    if (!connection) this.#connection.end();
    this.#connection = connection ?? this.#host.connect();
    this.#journal = journal;
    const { player, broken } = this.#connection;
    const play = async () => {
      await Promise.race([player.begin(this.#data, journal), broken]);
      for (const entry of journal.entries) note(await player.perform(entry));
      this.#show({ phase: 'ready' });
    };
    this.#show({ phase: 'opening' });
    this.#played = play();
    this.#played.catch(() => this.#show({ phase: 'broken' }));
  }

  #inTurn<T>(task: () => Promise<T>, signal = new AbortController().signal): Promise<T> {
    return this.#host.exclusively(`tejun.${this.#data.id}`, signal, task);
  }

  #note(performed: Performed): void {
    this.#show({ running: undefined, performed: [...this.#state.performed, performed] });
    const { entry, outcome } = performed;
    if (!outcome || outcome.status === 'failed' || !('ref' in entry) || !entry.ref) return;
    const page = this.pages.find(({ id }) => id === entry.ref?.page);
    const step = page?.steps.find(({ id }) => id === entry.ref?.step);
    if (page && step && !isHidden(step)) progress.add(entry.ref, fingerprint(page));
  }

  #save(journal: Journal): void {
    this.#journal = journal;
    if (!this.#host.journal.set(journal)) this.#show({ notice: 'not-kept' });
  }

  #show(change: Partial<ReaderState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #fresh(): Journal {
    return newJournal(this.#data, { start: this.#host.now(), seed: this.#host.drawSeed() });
  }

  /** The real time, unless the session was ahead of it: each entry takes a second of its own. */
  #now(): number {
    return Math.max(this.#host.now(), this.#journal.entries.at(-1)?.at ?? 0);
  }

  readonly #isDone = (ref: StepRef): boolean => {
    const outcome = outcomeOf(this.#state, ref);
    return outcome !== undefined && outcome.status !== 'failed';
  };
}

function refsOf(entries: readonly JournalEntry[]): StepRef[] {
  return entries.flatMap((entry) => ('ref' in entry && entry.ref ? [entry.ref] : []));
}

function isStopped({ outcome, output }: Performed): boolean {
  const { stopped } = (outcome && 'output' in outcome ? outcome.output : output) ?? {};
  return stopped !== undefined;
}

function stopped(entry: JournalEntry): Performed {
  if (entry.kind === 'typed') return { entry, output: STOPPED };
  return { entry, outcome: { status: 'failed', reason: STOPPED.stopped ?? '', output: STOPPED } };
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
