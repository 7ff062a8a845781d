import type { Page } from '../../procedure/index.ts';
import type { ShellOutput } from '../../shell/index.ts';
import { lastOutcome, outputOf } from '../session-state.ts';
import type {
  AccountView,
  AwsContext,
  Completion,
  HomeFiles,
  OpenSession,
  SessionState,
  SessionStepOutcome,
  StepRef,
  TypedAs,
} from '../types.ts';
import { EventLog } from './event-log.ts';
import { elapsesOf, hiddenStepsAround, missingSteps, stepsToType } from './prerequisites.ts';
import { raceSignal } from './race-signal.ts';
import { eventFor, isStopped, STOPPED } from './session-events.ts';
import { SessionStore } from './session-store.ts';
import type { BrowserEnv, PracticeData } from './types.ts';

/** Actions of a reader in a practice: each is added to the event log, and shown in the session store. */
export class SessionActions implements OpenSession {
  readonly pages: readonly Page[];
  readonly #host: BrowserEnv;
  readonly #store: SessionStore;
  readonly #eventLog: EventLog;
  #stopper = new AbortController();

  static async open(data: PracticeData, host: BrowserEnv): Promise<SessionActions> {
    const session = new SessionActions(data, host);
    await session.#eventLog.open();
    return session;
  }

  private constructor(data: PracticeData, host: BrowserEnv) {
    this.pages = data.pages;
    this.#host = host;
    this.#store = new SessionStore(data.pages);
    this.#eventLog = new EventLog(data, host, this.#store);
  }

  get state(): SessionState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  missing(ref: StepRef): readonly StepRef[] {
    return missingSteps(ref, this.pages, this.#isDone);
  }

  async run(ref: StepRef): Promise<SessionStepOutcome> {
    const { before, after } = hiddenStepsAround(ref, this.pages, this.#isDone);
    const outcome = (await this.#prepare(before)) ?? (await this.#runOne(ref));
    // A stopped step has left nothing to clean up; a failed one may have.
    if (!isStopped({ outcome })) for (const hidden of after) await this.#runOne(hidden);
    return outcome;
  }

  async runAll(refs: readonly StepRef[]): Promise<SessionStepOutcome | undefined> {
    const { signal } = this.#stopper;
    let outcome: SessionStepOutcome | undefined;
    for (const ref of refs) {
      if (signal.aborted || outcome?.status === 'failed') break;
      outcome = await this.run(ref);
    }
    return outcome;
  }

  async type(script: string, page?: string): Promise<ShellOutput> {
    const { signal } = this.#stopper;
    const step = await this.#recognize(script, page);
    if (signal.aborted) return STOPPED;
    if (!step) return (await this.#add((at) => ({ kind: 'typed', script, at }))).output ?? STOPPED;
    const { ref, typed } = step;
    const { before, after } = hiddenStepsAround(ref, this.pages, this.#isDone);
    const failed = await this.#prepare(before);
    if (failed) return outputOf({ outcome: failed }) ?? STOPPED;
    const make = eventFor(ref, this.pages, this.#host.values(), typed);
    const done = await this.#add(make ?? ((at) => ({ kind: 'typed', script, at })));
    if (done.outcome) for (const hidden of after) await this.#runOne(hidden);
    return outputOf(done) ?? STOPPED;
  }

  async elapse(ms: number, page?: string): Promise<void> {
    const next = elapsesOf(this.pages, page).find(
      ({ ref, durationMs }) => durationMs <= ms && this.#isNext(ref),
    );
    await this.#add((at) => ({ kind: 'elapse', ms, at, ...(next && { ref: next.ref }) }));
  }

  async resume(): Promise<void> {
    await this.#eventLog.resume();
  }

  stop(): void {
    this.#stopper.abort();
    this.#stopper = new AbortController();
  }

  async reset(page?: string, step?: string): Promise<void> {
    this.stop();
    await this.#eventLog.rewind(page, step);
  }

  complete(line: string, cursor: number): Promise<Completion> {
    return this.#eventLog.ask((player) => player.complete(line, cursor));
  }

  isUnfinished(script: string): Promise<boolean> {
    return this.#eventLog.ask((player) => player.isUnfinished(script));
  }

  judge(ref: StepRef, pasted: string): Promise<SessionStepOutcome> {
    return this.#eventLog.ask((player) => player.judge(ref, this.#host.values(), pasted));
  }

  awsContext(): Promise<AwsContext> {
    return this.#eventLog.ask((player) => player.awsContext(this.#eventLog.now()));
  }

  accountView(): Promise<AccountView> {
    return this.#eventLog.ask((player) => player.accountView(this.#eventLog.now()));
  }

  homeFiles(): Promise<HomeFiles> {
    return this.#eventLog.ask((player) => player.homeFiles());
  }

  readFile(path: string): Promise<string | undefined> {
    return this.#eventLog.ask((player) => player.readFile(path));
  }

  /** The step that was typed: the next one that was not run, else one that is run early or again. */
  async #recognize(
    script: string,
    page: string | undefined,
  ): Promise<{ ref: StepRef; typed: TypedAs } | undefined> {
    const refs = stepsToType(this.pages, page);
    const next = refs.filter(this.#isNext);
    const early = refs.filter((ref) => !this.#isDone(ref) && !next.includes(ref));
    const again = refs.filter(this.#isDone);
    const asked = this.#eventLog.ask((player) =>
      player.recognize(script, [...next, ...early, ...again], this.#host.values()),
    );
    // A player that is ended while it is asked never answers.
    const found = await raceSignal(this.#stopper.signal, asked).catch(() => undefined);
    if (!found) return undefined;
    const { ref, lines } = found;
    const tentative = !this.#isNext(ref);
    return { ref, typed: { script, lines, ...(tentative && { tentative }) } };
  }

  /** Runs hidden steps in order; gives the outcome of the one that failed. */
  async #prepare(refs: readonly StepRef[]): Promise<SessionStepOutcome | undefined> {
    for (const ref of refs) {
      const outcome = await this.#runOne(ref);
      if (outcome.status === 'failed') return outcome;
    }
  }

  async #runOne(ref: StepRef): Promise<SessionStepOutcome> {
    const make = eventFor(ref, this.pages, this.#host.values());
    if (!make) return { status: 'skipped', reason: 'There is no such step any more.' };
    const { outcome, output } = await this.#add(make);
    return outcome ?? { status: 'failed', reason: STOPPED.stopped ?? '', output: output ?? STOPPED };
  }

  #add(make: Parameters<EventLog['add']>[0]) {
    return this.#eventLog.add(make, this.#stopper.signal);
  }

  readonly #isDone = (ref: StepRef): boolean => {
    const outcome = lastOutcome(this.state, ref);
    return outcome !== undefined && outcome.status !== 'failed';
  };

  /** Tells whether a step was not run, and all steps before it were. */
  readonly #isNext = (ref: StepRef): boolean => !this.#isDone(ref) && this.missing(ref).length === 0;
}
