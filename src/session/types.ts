import type { AccountResource, ApiCall } from '../aws/sandbox/index.ts';
import type { Bindings, Verdict } from '../matching/index.ts';
import type { Page, VariableValues } from '../procedure/index.ts';
import type { ShellOutput } from '../shell/index.ts';
import type { Diagnosis } from '../teaching/index.ts';

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
export type SessionEvent =
  | {
      readonly kind: 'step';
      readonly ref: StepRef;
      /** With the reader's variables filled in. */
      readonly script: string;
      /** The variables whose values are not their defaults. */
      readonly values?: VariableValues;
      /** Script that the reader typed in the terminal to run it; absent for a button. */
      readonly typed?: TypedAs;
      readonly at: number;
    }
  | { readonly kind: 'typed'; readonly script: string; readonly at: number }
  | { readonly kind: 'elapse'; readonly ms: number; readonly at: number; readonly ref?: StepRef };

export interface TypedAs {
  readonly script: string;
  /** How many entries before it began the step: a step of more than one line is typed line by line. */
  readonly lines: number;
  /** It counts as the step only where it passes: steps before it were not run, or it was run already. */
  readonly tentative?: boolean;
}

export interface EventJournal {
  /** Id of the practice. */
  readonly practice: string;
  /** Instant at which the practice began, in ms of the epoch; `at` of the entries is such an instant too. */
  readonly start: number;
  readonly seed: string;
  /** Hash of what the session depends on: an account that changed makes the journal worthless. */
  readonly account: string;
  readonly events: readonly SessionEvent[];
}

/** Outcome of a step run in the page. */
export type SessionStepOutcome =
  | { readonly status: 'skipped'; readonly reason: string }
  | {
      readonly status: 'passed';
      readonly output?: ShellOutput;
      readonly verdict?: StepVerdict;
      /** Values that the example shows, and those that the reader got for them. */
      readonly own?: Bindings;
    }
  | {
      readonly status: 'failed';
      readonly reason: string;
      readonly output: ShellOutput;
      readonly verdict?: StepVerdict;
      /** Why, where that is known. */
      readonly diagnosis?: Diagnosis;
    };

/** A verdict as it travels from the worker: the bindings stay there. */
export type StepVerdict = Omit<Verdict, 'bindings'>;

/** Identity whose credentials `aws` would use now, in the session's shell. */
export type ShellIdentity =
  /** `reason` is what `aws` would say; absent where no credentials are set at all. */
  | { readonly kind: 'none'; readonly reason?: string }
  /** A key that the account does not know, or that is wrong. */
  | { readonly kind: 'unknown-key'; readonly accessKeyId: string }
  /** A role that the next command will assume. */
  | { readonly kind: 'role'; readonly arn: string }
  | { readonly kind: 'user'; readonly arn: string }
  | {
      readonly kind: 'session';
      /** ARN of the user or role that the session acts as. */
      readonly arn: string;
      /** Instants of the account's clock, in ms of the epoch. */
      readonly issuedAt: number;
      readonly expiresAt: number;
      readonly mfa: boolean;
    };

/** Change of a resource: created, changed or deleted. */
export interface ResourceChange {
  readonly kind: 'created' | 'changed' | 'deleted';
  /** As it is now; as it was, where it is gone. */
  readonly resource: AccountResource;
}

/** The account as a console shows it, with what was done to it last. */
export interface AccountView {
  readonly resources: readonly AccountResource[];
  /** Requests of what was done last, the oldest first. */
  readonly calls: readonly ApiCall[];
  /** Changes that these requests made. */
  readonly changes: readonly ResourceChange[];
}

/** Profile, region and identity, shown in the status bar. */
export interface AwsContext {
  readonly identity: ShellIdentity;
  readonly profile: string;
  readonly region: string | undefined;
  /** The account's time now, in ms of the epoch: real time plus what was fast-forwarded. */
  readonly accountNow: number;
  readonly cwd: string;
}

export interface Completion {
  /** Candidates for the word before the cursor. */
  readonly candidates: readonly string[];
  /** Start of that word, as an offset in the line. */
  readonly from: number;
}

/** Files of the practice's home. */
export interface HomeFiles {
  readonly home: string;
  /** Working directory of the shell. */
  readonly cwd: string;
  /** Absolute paths, sorted: not all of a home with very many. */
  readonly paths: readonly string[];
}

/** An entry with what came of it. */
export interface EventResult {
  readonly event: SessionEvent;
  /** Of a step, and of an `<Elapse>`. */
  readonly outcome?: SessionStepOutcome;
  /** Of what was typed. */
  readonly output?: ShellOutput;
}

/** Why a session did not go on from where the reader left it, or will not next time. */
export type SessionNotice = 'account-changed' | 'journal-unreadable' | 'not-kept';

/** State of a session as the page shows it; a new object for each change. */
export interface SessionState {
  /** `closed`: nothing was loaded yet. `broken`: it could not be loaded; opening it again may do. */
  readonly phase: 'closed' | 'opening' | 'ready' | 'broken';
  /** The running event. */
  readonly running?: SessionEvent;
  /** Output of the running event so far. */
  readonly printed?: string;
  /** Results, oldest first, also of other tabs and before a reload. */
  readonly results: readonly EventResult[];
  /** The pages that are practised, in their order, once they are loaded. */
  readonly pages?: readonly Page[];
  readonly notice?: SessionNotice;
  /** Events in the browser's storage that this site cannot have written: none of them was run. */
  readonly held?: readonly SessionEvent[];
}

/**
 * A practice that lives in a worker; every method may be awaited, and none rejects for what a command does. One thing
 * runs at a time, also over the tabs in which the practice is open; later ones wait.
 */
export interface OpenSession {
  /** The pages that are practised, in their order. */
  readonly pages: readonly Page[];
  readonly state: SessionState;
  /** Calls the listener after each change of `state`, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  /** Lists the prerequisite steps that were not run, in order, also of the pages before. */
  missing(ref: StepRef): readonly StepRef[];
  /** Runs a step of a page, the hidden ones that it needs before it, and the hidden ones that clean up after it. */
  run(ref: StepRef): Promise<SessionStepOutcome>;
  /** Runs steps in order until one fails; gives the last outcome. */
  runAll(refs: readonly StepRef[]): Promise<SessionStepOutcome | undefined>;
  /** Runs what was typed in the terminal. A step's commands, typed, are that step; first of all of `page`. */
  type(script: string, page?: string): Promise<ShellOutput>;
  /** Lets time pass for the account. It is the step of a page that lets no more pass, where that is next. */
  elapse(ms: number, page?: string): Promise<void>;
  /** Stops what runs and what waits. What is stopped leaves no trace: the session is as it was before it. */
  stop(): void;
  /** Runs what is `held`, and goes on from there. */
  resume(): Promise<void>;
  /** Back to before the first step of a page, to before one of its steps, or to the very beginning. */
  reset(page?: string, step?: string): Promise<void>;
  complete(line: string, cursor: number): Promise<Completion>;
  /** Tells whether bash would wait for another line (`> `) before it runs this. */
  isUnfinished(script: string): Promise<boolean>;
  /** Judges what the reader got in a terminal of their own as the result of a step; nothing is run or kept. */
  judge(ref: StepRef, pasted: string): Promise<SessionStepOutcome>;
  awsContext(): Promise<AwsContext>;
  accountView(): Promise<AccountView>;
  homeFiles(): Promise<HomeFiles>;
  /** Text of a file by its absolute path; undefined where there is none. */
  readFile(path: string): Promise<string | undefined>;
}

/** Origin of a recording, as its reader is told. */
export interface RecordingOrigin {
  /** When the page was recorded: ISO 8601, UTC. */
  readonly date: string;
  readonly target: 'sandbox' | 'emulator' | 'live';
  /** Version of `aws`, as its `--version` prints it. */
  readonly cli: string;
}

/** Facts of a page that every page of the site has, without loading anything. */
export interface PageInfo {
  /** Id of the practice that the page belongs to: its course, or `<course>/<account>` where it names an account. */
  readonly practice: string;
  /** Changes when the page's steps do. */
  readonly hash: string;
  /** The hash under which progress in the page was once kept. */
  readonly formerHash?: string;
  /** How many steps its reader sees. */
  readonly steps: number;
  /** How long it takes, roughly. */
  readonly minutes: number;
  /** Origin of the answers on a page with the target `recording`; `nothing` where it was not recorded yet. */
  readonly recorded?: RecordingOrigin | 'nothing';
}
