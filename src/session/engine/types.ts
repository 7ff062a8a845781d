import type { Account } from '../../aws/sandbox/index.ts';
import type { Page, VariableValues } from '../../procedure/index.ts';
import type { Recording } from '../../recording/index.ts';
import type { PersistedStore } from '../local-storage.ts';
import type {
  AccountView,
  AwsContext,
  Completion,
  EventResult,
  HomeFiles,
  SessionEvent,
  SessionStepOutcome,
  StepRef,
} from '../types.ts';

/** Data of a practice: a course's pages in order, in the reader's language, and its account. */
export interface PracticeData {
  readonly id: string;
  readonly account: Account;
  readonly pages: readonly Page[];
  /** Recordings of the pages with the target `recording`. */
  readonly recordings?: readonly Recording[];
}

/** Start of a session, beside its events. */
export interface Beginning {
  /** Instant, in ms of the epoch. */
  readonly start: number;
  readonly seed: string;
}

/** A step that was typed. */
interface Recognized {
  readonly ref: StepRef;
  /** How many entries before the last line began it. */
  readonly lines: number;
}

/** Plays a session: the side of it that lives in a worker and knows no clock but the instants of the entries. */
export interface Executor {
  /** Begins anew; what was before is gone. */
  start(data: PracticeData, beginning: Beginning): void | Promise<void>;
  /** @param tell hears what is printed, while it runs: parts of it, in order */
  perform(entry: SessionEvent, tell?: (text: string) => void): Promise<EventResult>;
  complete(line: string, cursor: number): Promise<Completion>;
  isUnfinished(script: string): Promise<boolean>;
  /** The first of the steps whose commands were typed, now or line by line before it. */
  recognize(
    script: string,
    refs: readonly StepRef[],
    values: VariableValues,
  ): Recognized | undefined | Promise<Recognized | undefined>;
  judge(
    ref: StepRef,
    values: VariableValues,
    pasted: string,
  ): SessionStepOutcome | Promise<SessionStepOutcome>;
  awsContext(now: number): Promise<AwsContext>;
  accountView(now: number): AccountView | Promise<AccountView>;
  homeFiles(): Promise<HomeFiles>;
  readFile(path: string): Promise<string | undefined>;
}

/** A player somewhere else, which can be ended at any moment. */
export interface WorkerClient {
  readonly executor: Executor;
  /** Rejects when the player cannot be started; settles in no other way. */
  readonly broken: Promise<never>;
  end(): void;
}

/** Browser services that a session uses. */
export interface BrowserEnv {
  /** A player that was started already, to be ready sooner. */
  readonly connection: WorkerClient;
  connect(): WorkerClient;
  /** Store of the journal, shared by the tabs. */
  readonly journal: PersistedStore<unknown>;
  /** Secret of this browser, with which journals are sealed. */
  readonly sealKey: Uint8Array;
  values(): VariableValues;
  /** Instant, in ms of the epoch. */
  now(): number;
  drawSeed(): string;
  /** Runs one task at a time, over all tabs; rejects when the signal fires before its turn. */
  exclusively<T>(name: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>;
}
