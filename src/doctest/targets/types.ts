import type { Practice } from '../../practice/index.ts';
import type { Account } from '../../sandbox/index.ts';

/** What a run talks to, what runs its steps, and what each combination needs. Plain data: it travels to the workers. */
export type RunTarget = SandboxInProcess | SandboxInBash;

/** The simulated shell with the built-in `aws`, in an account in memory. */
export interface SandboxInProcess {
  readonly target: 'sandbox';
  readonly shell: 'simulated';
}

/** The bash of this machine with a real AWS CLI, and an account that is served on this machine. */
export interface SandboxInBash extends BashTools {
  readonly target: 'sandbox';
  readonly shell: 'bash';
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
}

/** Begins a session on one kind of target. Rejects when it cannot begin at all. */
export type OpenSession<Target extends RunTarget> = (
  target: Target,
  start: SessionStart,
) => Promise<Practice>;
