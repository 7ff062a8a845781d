import type { Page } from '../../procedure/index.ts';
import type { ShellOutput } from '../../shell/index.ts';
import { outcomeOf } from '../state.ts';
import type { Completion, ReaderOutcome, ReaderSession, ReaderState, Standing, StepRef } from '../types.ts';
import { Board } from './board.ts';
import { entryFor } from './entry.ts';
import type { SessionHost } from './host.ts';
import { isStopped, STOPPED } from './performed.ts';
import { Timeline } from './timeline.ts';
import type { PracticeData } from './types.ts';
import { hiddenAround, missingBefore } from './way.ts';

/** What a reader can do in a practice: each thing is added to its timeline, and shown on its board. */
export class Session implements ReaderSession {
  readonly pages: readonly Page[];
  readonly #host: SessionHost;
  readonly #board: Board;
  readonly #timeline: Timeline;
  #stopper = new AbortController();

  static async open(data: PracticeData, host: SessionHost): Promise<Session> {
    const session = new Session(data, host);
    await session.#timeline.open();
    return session;
  }

  private constructor(data: PracticeData, host: SessionHost) {
    this.pages = data.pages;
    this.#host = host;
    this.#board = new Board(data.pages);
    this.#timeline = new Timeline(data, host, this.#board);
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
    const outcome = (await this.#prepare(before)) ?? (await this.#runOne(ref));
    // What was stopped has left nothing to clean up; what failed may have.
    if (!isStopped({ outcome })) for (const hidden of after) await this.#runOne(hidden);
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
    await this.#timeline.rewind(page);
  }

  complete(line: string, cursor: number): Promise<Completion> {
    return this.#timeline.ask((player) => player.complete(line, cursor));
  }

  isUnfinished(script: string): Promise<boolean> {
    return this.#timeline.ask((player) => player.isUnfinished(script));
  }

  judge(ref: StepRef, pasted: string): Promise<ReaderOutcome> {
    return this.#timeline.ask((player) => player.judge(ref, this.#host.values(), pasted));
  }

  standing(): Promise<Standing> {
    return this.#timeline.ask((player) => player.standing(this.#timeline.now()));
  }

  /** Runs hidden steps in order; gives the outcome of the one that failed. */
  async #prepare(refs: readonly StepRef[]): Promise<ReaderOutcome | undefined> {
    for (const ref of refs) {
      const outcome = await this.#runOne(ref);
      if (outcome.status === 'failed') return outcome;
    }
  }

  async #runOne(ref: StepRef): Promise<ReaderOutcome> {
    const make = entryFor(ref, this.pages, this.#host.values());
    if (!make) return { status: 'skipped', reason: 'There is no such step any more.' };
    const { outcome, output } = await this.#add(make);
    return outcome ?? { status: 'failed', reason: STOPPED.stopped ?? '', output: output ?? STOPPED };
  }

  #add(make: Parameters<Timeline['add']>[0]) {
    return this.#timeline.add(make, this.#stopper.signal);
  }

  readonly #isDone = (ref: StepRef): boolean => {
    const outcome = outcomeOf(this.state, ref);
    return outcome !== undefined && outcome.status !== 'failed';
  };
}
