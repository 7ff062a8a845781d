import type { Practice } from '../../practice/index.ts';
import type { Account } from '../../sandbox/index.ts';

/** What a run talks to, what runs its steps, and what each combination needs. Plain data: it travels to the workers. */
export type RunTarget = SandboxInProcess;

/** The simulated shell with the built-in `aws`, in an account in memory. */
export interface SandboxInProcess {
  readonly target: 'sandbox';
  readonly shell: 'simulated';
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
