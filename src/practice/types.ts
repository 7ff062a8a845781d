import type { Account, ManualClock, Sandbox } from '../aws/sandbox/index.ts';
import type { AccountData, Bindings, Verdict } from '../matching/index.ts';
import type { Page, RunnableStep, Step } from '../procedure/index.ts';
import type { RecordedAnswers } from '../recording/index.ts';
import type { Shell, ShellOutput, SimulatedShell } from '../shell/index.ts';
import type { Diagnosis } from '../teaching/index.ts';
import type { FailureFacts } from './diagnosis.ts';
import type { StepPosition } from './empty-variables.ts';

/** `true` rewrites stale results; `adding` also writes results where a step has none. */
export type Revising = boolean | 'adding';

export interface PracticeOptions {
  readonly account: Account;
  /** Ids, keys and tokens follow from it: two practices with one seed are equal. */
  readonly seed?: string;
  /** The instant at which the practice begins. */
  readonly start?: Date;
  /** Another clock than one that begins at `start`. */
  readonly clock?: ManualClock;
  /** See `PracticeParts`. */
  readonly updatesExamples?: Revising;
  /** Answers for `aws` on pages with the target `recording`. */
  readonly recordings?: RecordedAnswers;
  /** The page that its reader sees first. */
  readonly first?: Page;
  /** Hears what commands print, while they run. */
  printed?(text: string): void;
}

/** The time of the account that is practised in. */
export interface PracticeClock {
  account(): Date;
  /** `<Elapse>`: lets so much time pass for the account, or waits until it has passed. */
  elapse(milliseconds: number): void | Promise<void>;
  /** A moment of work, for a clock that does not run by itself. */
  tick?(milliseconds: number): void;
}

/** Parts that a practice is made of. */
export interface PracticeParts {
  readonly shell: Shell;
  readonly clock: PracticeClock;
  /** The strings of the account file, and whether they must be as written on a page. */
  accountDataOf(page: Page): AccountData;
  /** A result that is only stale passes as what should stand in the page instead (`revised`). */
  readonly updatesExamples?: Revising;
  /** Asks for the facts around a step that failed, where that can be done. */
  readonly failureFacts?: () => Promise<FailureFacts | undefined>;
}

/** Outcome of one step. */
export type StepOutcome =
  | { readonly status: 'skipped'; readonly reason: string }
  | {
      readonly status: 'passed';
      readonly output?: ShellOutput;
      readonly verdict?: Verdict;
      /** New body of the result example that would make the step pass. */
      readonly revised?: string;
    }
  | {
      readonly status: 'failed';
      /** One sentence for the writer. */
      readonly reason: string;
      /** The earlier failure that this one follows from. */
      readonly follows?: StepPosition;
      readonly output: ShellOutput;
      readonly verdict?: Verdict;
      /** Why, where that is known. */
      readonly diagnosis?: Diagnosis;
    };

/** A step as its reader typed it in a terminal. */
export interface TypedStep {
  /** The line that was typed last. */
  readonly script: string;
  /** Outputs of the lines of the step that were typed before it. */
  readonly earlier: readonly ShellOutput[];
}

/** One person practising: one account, one clock, one home and one shell, going on from page to page. */
export interface Practice {
  /** Runs a step and judges what happened; rejects for nothing that the step does. */
  run(page: Page, step: Step, typed?: TypedStep): Promise<StepOutcome>;
  close(): Promise<void>;
}

/** A practice in process, into which one may look while nothing runs in it. */
export interface SimulatedPractice extends Practice {
  readonly shell: SimulatedShell;
  readonly sandbox: Sandbox;
  /** The script of a step as it would run now: with the values that the steps before it printed. */
  scriptOf(page: Page, step: RunnableStep): string;
  /** Values of the page that a step's result showed, and those that the run got for them. */
  ownValuesOf(page: Page, step: RunnableStep): Bindings;
}
