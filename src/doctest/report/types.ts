import type { Permissions } from '../../aws/sandbox/index.ts';
import type { Verdict } from '../../matching/index.ts';
import type { Problem, Role } from '../../procedure/index.ts';
import type { RecordedPage } from '../recording/recorder.ts';
import type { RunTarget } from '../targets/index.ts';

/** Verdict on a step's output, without the bindings. */
export type ReportedVerdict = Omit<Verdict, 'bindings'>;

/** Result of one step, as the worker sends it to the reporters. */
export interface StepReport {
  readonly id: string;
  /** The partial that the step is written in; absent where that is the page. */
  readonly file?: string;
  readonly line: number;
  readonly role: Role;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly reason?: string;
  /** The earlier step whose failure explains this one. */
  readonly follows?: { readonly file: string; readonly line: number };
  /** Whole milliseconds are enough for people; machines get three decimals. */
  readonly durationMs: number;
  /** The output is compared with an example, or by a check; of other steps only a failure is seen. */
  readonly compared: boolean;
  /** The script, or the tag of an `<Elapse>`. */
  readonly command: string;
  /** New text of the result example by `--update`; the step passed with it. */
  readonly revised?: string;
  /** The line of the page at which example and output part. */
  readonly failedLine?: number;
  /** For a failure whose cause is known: why, and what to do about it. */
  readonly cause?: string;
  /** YAML for the account file that gives the account what the step found missing. */
  readonly accountLines?: string;
  /** For a failure, or where there are notices. */
  readonly verdict?: ReportedVerdict;
  /** For a failure without a verdict. */
  readonly output?: { readonly stdout: string; readonly stderr: string };
}

export interface PageReport {
  readonly page: string;
  readonly locale: string;
  readonly file: string;
  readonly steps: readonly StepReport[];
  /** Errors of the page outside of any step. */
  readonly errors: readonly string[];
  /** The calls of `aws`, where the run records. */
  readonly recorded?: RecordedPage;
  /** Permissions that its commands used, where the target knows them. */
  readonly permissions?: Permissions;
  /** Set where the page was run again because it had failed. */
  readonly retried?: Retried;
}

interface Retried {
  /** Number of the attempt that this report is about, from 2. */
  readonly attempts: number;
  /** Steps that failed in the attempts before. */
  readonly failures: readonly StepReport[];
}

/** Under what circumstances a run gave its verdicts. */
export interface Provenance {
  /** When the run began: ISO 8601, UTC, by the machine's clock. */
  readonly date: string;
  readonly target: RunTarget['target'];
  readonly shell: RunTarget['shell'];
  /** Version of `aws`, as its `--version` prints it; "built-in" for the one of the simulated shell. */
  readonly cli: string;
  /** Seed of ids, keys and tokens. */
  readonly seed: string;
  /** URL of the emulator that answered what the sandbox lacks. */
  readonly upstream?: string;
}

export interface RunReport {
  readonly provenance: Provenance;
  readonly pages: readonly PageReport[];
  /** Errors outside of any page. */
  readonly errors: readonly string[];
  /** Problems in the pages and account files, because of which nothing was run. */
  readonly problems?: readonly Problem[];
  readonly durationMs: number;
}
