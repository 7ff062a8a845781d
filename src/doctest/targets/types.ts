import type { Account, Permissions } from '../../aws/sandbox/index.ts';
import type { Practice, Revising } from '../../practice/index.ts';
import type { Page } from '../../procedure/index.ts';
import type { Logbook } from '../live/index.ts';
import type { RecordedPage } from '../recording/recorder.ts';

/** Target and shell of a run, with the settings of each combination. Plain data: it is sent to the workers. */
export type RunTarget = SandboxInProcess | SandboxInBash | FromRecording | LiveAccount;

/** The simulated shell with the built-in `aws`, in an account in memory. */
export interface SandboxInProcess {
  readonly target: 'sandbox';
  readonly shell: 'simulated';
  /** Absolute path of the project, whose recordings answer on pages with the target `recording`. */
  readonly root: string;
}

/** The bash of this machine with a real AWS CLI, and an account that is served on this machine. */
export interface SandboxInBash extends BashTools {
  readonly target: 'sandbox';
  readonly shell: 'bash';
  /** URL of an emulator that answers what the sandbox lacks. */
  readonly upstream?: string;
  /** Set where the result of each call of `aws` is kept for a recording. */
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
  /** True where `<Elapse>` really waits. */
  readonly waits: boolean;
  /** How the run is told to end, and tells what is to be put away. */
  readonly logbook: Logbook;
  readonly records?: boolean;
}

/** Tools of a real bash on this machine. */
export interface BashTools {
  /** Absolute path of the AWS CLI. */
  readonly aws: string;
  /** The PATH of scripts. */
  readonly path: string;
  /** True where bubblewrap keeps scripts from writing outside of their home. */
  readonly isConfined: boolean;
}

/** Start of a session. */
export interface SessionStart {
  readonly account: Account;
  readonly seed: string;
  /** Results that are only stale pass as what should stand in the page (`--update`). */
  readonly updatesExamples?: Revising;
}

/** A session on a target. */
export interface TargetSession extends Practice {
  /** The page has ended: what was recorded of it, where the target records. */
  finish?(page: Page): Promise<RecordedPage>;
  /** Gives the permissions that commands used since it was last asked for, where the target knows them. */
  takePermissions?(): Permissions;
  /** Tells whether the page runs although its prerequisites failed or were not run. */
  runsAnyway?(page: Page): boolean;
}

/** Begins a session on one kind of target. Rejects when it cannot begin at all. */
export type TargetOpener<Target extends RunTarget> = (
  target: Target,
  start: SessionStart,
) => Promise<TargetSession>;
