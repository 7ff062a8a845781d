import type { Verdict } from '../matching/index.ts';
import type { ShellOutput } from '../shell/index.ts';

/** A step, named the same in every language. */
export interface StepRef {
  /** Id of the page: `sts-session-token/get-session-token`. */
  readonly page: string;
  readonly step: string;
}

/**
 * One thing that the reader did. A session is a function of its journal: done again in order, from the same seed and
 * instant, it is the same session. So state outlives a reload, and a runaway command, without being stored itself.
 */
export type JournalEntry =
  | { readonly kind: 'step'; readonly ref: StepRef; readonly script: string; readonly at: number }
  | { readonly kind: 'typed'; readonly script: string; readonly at: number }
  | { readonly kind: 'elapse'; readonly ms: number; readonly at: number; readonly ref?: StepRef };

export interface Journal {
  readonly course: string;
  /** Instant at which the practice began, in ms of the epoch; `at` of the entries is such an instant too. */
  readonly start: number;
  readonly seed: string;
  /** Hash of what the session depends on: an account that changed makes the journal worthless. */
  readonly account: string;
  readonly entries: readonly JournalEntry[];
}

/** What became of a step run in the page. */
export type ReaderOutcome =
  | { readonly status: 'skipped'; readonly reason: string }
  | { readonly status: 'passed'; readonly output?: ShellOutput; readonly verdict?: ReaderVerdict }
  | {
      readonly status: 'failed';
      readonly reason: string;
      readonly output: ShellOutput;
      readonly verdict?: ReaderVerdict;
    };

/** A verdict as it travels from the worker: the bindings stay there. */
export type ReaderVerdict = Omit<Verdict, 'bindings'>;

/** Whose credentials `aws` would use now, in the session's shell. */
export type Identity =
  | { readonly kind: 'nobody'; readonly reason: string }
  | { readonly kind: 'user'; readonly arn: string }
  | {
      readonly kind: 'session';
      /** ARN of the user or role that the session acts as. */
      readonly arn: string;
      /** Instant of the account's clock, in ms of the epoch. */
      readonly expiresAt: number;
      readonly mfa: boolean;
    };

/** Where the reader stands: shown in the status bar. */
export interface Standing {
  readonly identity: Identity;
  readonly profile: string;
  readonly region: string | undefined;
  /** The account's time now, in ms of the epoch: real time plus what was fast-forwarded. */
  readonly accountNow: number;
  readonly cwd: string;
}

export interface Completion {
  /** What may stand in place of the word before the cursor. */
  readonly candidates: readonly string[];
  /** Where that word begins, as an offset in the line. */
  readonly from: number;
}

/** A practice that lives in a worker; every method may be awaited, and none rejects for what a command does. */
export interface ReaderSession {
  /** Runs a step of a page. Its script has the reader's variables filled in. */
  run(ref: StepRef): Promise<ReaderOutcome>;
  /** Runs what was typed in the terminal; output is passed on as it comes where the shell can. */
  type(script: string): Promise<ShellOutput>;
  complete(line: string, cursor: number): Promise<Completion>;
  /** Judges an output that the reader got elsewhere as the result of a step. */
  judge(ref: StepRef, pasted: string): Promise<ReaderOutcome>;
  elapse(ms: number, ref?: StepRef): Promise<void>;
  standing(): Promise<Standing>;
}
