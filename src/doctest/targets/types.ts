import type { Account } from '../../aws/sandbox/index.ts';
import type { Practice, Revising } from '../../practice/index.ts';
import type { Page } from '../../procedure/index.ts';
import type { Logbook } from '../live/index.ts';
import type { RecordedPage } from '../recording/recorder.ts';

/** What a run talks to, what runs its steps, and what each combination needs. Plain data: it travels to the workers. */
export type RunTarget = SandboxInProcess | SandboxInBash | FromRecording | LiveAccount;

/** The simulated shell with the built-in `aws`, in an account in memory. */
export interface SandboxInProcess {
  readonly target: 'sandbox';
  readonly shell: 'simulated';
}

/** The bash of this machine with a real AWS CLI, and an account that is served on this machine. */
export interface SandboxInBash extends BashTools {
  readonly target: 'sandbox';
  readonly shell: 'bash';
  /** What each call of `aws` gives is kept, for a recording. */
  readonly records?: boolean;
}

/** The simulated shell, in which recordings answer for `aws`. */
export interface FromRecording {
  readonly target: 'recording';
  readonly shell: 'simulated';
  /** Absolute path of the project. */
  readonly root: string;
  /** The machine's time when the run began: ISO 8601, UTC. */
  readonly now: string;
  /** An older recording is worth a notice, or fails its page. */
  readonly maxAgeMs: number;
  readonly mustBeFresh: boolean;
}

/** The bash of this machine with a real AWS CLI, and an account of somebody's at AWS. */
export interface LiveAccount extends BashTools {
  readonly target: 'live';
  readonly shell: 'bash';
  /** The account that was named: no other is touched. Keys do not travel: the workers find them as the run did. */
  readonly accountId: string;
  /** Whether `<Elapse>` is waited for. */
  readonly waits: boolean;
  /** How the run is told to end, and tells what is to be put away. */
  readonly logbook: Logbook;
  readonly records?: boolean;
}

/** What a real bash was found to need. */
export interface BashTools {
  /** Absolute path of the AWS CLI. */
  readonly aws: string;
  /** The PATH of scripts. */
  readonly path: string;
  /** Whether bubblewrap keeps scripts from writing outside of their home. */
  readonly isConfined: boolean;
}

/** What a session begins with. */
export interface SessionStart {
  readonly account: Account;
  readonly seed: string;
  /** Results that are only stale pass as what should stand in the page (`--update`). */
  readonly revises?: Revising;
}

/** A session on a target. */
export interface TargetSession extends Practice {
  /** The page has ended: what was recorded of it, where the target records. */
  finish?(page: Page): Promise<RecordedPage>;
  /** Whether the page is run here although what it requires has failed, or was not run. */
  runsAnyway?(page: Page): boolean;
}

/** Begins a session on one kind of target. Rejects when it cannot begin at all. */
export type OpenSession<Target extends RunTarget> = (
  target: Target,
  start: SessionStart,
) => Promise<TargetSession>;
