import type { Verdict } from '../../matching/index.ts';
import type { Role } from '../../procedure/index.ts';

/** What a step's output was judged to be; the bindings stay where they are used. */
export type ReportedVerdict = Omit<Verdict, 'bindings'>;

/** What became of one step, as it travels from the worker to the reporters. */
export interface StepReport {
  readonly id: string;
  readonly line: number;
  readonly role: Role;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly reason?: string;
  /** Whole milliseconds are enough for people; machines get three decimals. */
  readonly durationMs: number;
  /** The script, or the tag of an `<Elapse>`. */
  readonly command: string;
  /** The line of the page at which example and output part. */
  readonly failedLine?: number;
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
  /** What went wrong on the page outside of any step. */
  readonly errors: readonly string[];
}

export interface RunReport {
  readonly pages: readonly PageReport[];
  /** What went wrong outside of any page. */
  readonly errors: readonly string[];
  readonly durationMs: number;
}
