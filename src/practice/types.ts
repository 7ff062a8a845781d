import type { Verdict } from '../matching/index.ts';
import type { Page, Step } from '../procedure/index.ts';
import type { Account, ManualClock } from '../sandbox/index.ts';
import type { ShellOutput } from '../shell/index.ts';

export interface PracticeOptions {
  readonly account: Account;
  /** Ids, keys and tokens follow from it: two practices with one seed are equal. */
  readonly seed?: string;
  /** The instant at which the practice begins. */
  readonly start?: Date;
}

/** What became of one step. */
export type StepOutcome =
  | { readonly status: 'skipped'; readonly reason: string }
  | { readonly status: 'passed'; readonly output?: ShellOutput; readonly verdict?: Verdict }
  | {
      readonly status: 'failed';
      /** One sentence for the writer. */
      readonly reason: string;
      readonly output: ShellOutput;
      readonly verdict?: Verdict;
    };

/** One person practising: one account, one clock, one home and one shell, going on from page to page. */
export interface Practice {
  readonly clock: ManualClock;
  /** Runs a step and judges what happened; rejects for nothing that the step does. */
  run(page: Page, step: Step): Promise<StepOutcome>;
  close(): Promise<void>;
}
