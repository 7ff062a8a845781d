import type { Revising } from '../../practice/index.ts';
import type { Page } from '../../procedure/index.ts';
import type { PageReport, StepReport } from '../report/types.ts';
import type { RunTarget } from '../targets/index.ts';

/** Everything that running one page needs. Plain data: it travels to worker threads. */
export interface PageTask {
  readonly page: Page;
  /** Pages to run before, in order. */
  readonly prerequisites: readonly Page[];
  /** Pages of one chain share a session. */
  readonly chain: string;
  /** The account file: its text, and its path relative to the project. */
  readonly account: { readonly text: string; readonly file: string };
  readonly target: RunTarget;
  /** Seed of ids, keys and tokens. */
  readonly seed: string;
  /** Stale results pass, with what the page should show (`--update`). */
  readonly updatesExamples?: Revising;
  /** Places of the steps to report, from 0; all when absent. The steps before them run too. */
  readonly chosen?: readonly number[];
}

/** The first failure of a page: why the pages that require it are not run. */
export interface PageFailure {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** Runs pages, those of one chain in one session: in this process, or in a worker thread. */
export interface PageRunner {
  /**
   * Runs a page to its end. A page that cannot be run is a report with errors.
   * @throws Error where the runner itself broke: it serves no further page
   */
  run(task: PageTask, events: StepEvents): Promise<PageReport>;
  /** Ends the session; the next page begins another. */
  endSession(): Promise<void>;
  /** Stops at once, whatever runs. */
  close(): Promise<void>;
}

/** Progress within a page. `index` is the place of the step in its page, from 0. */
export interface StepEvents {
  began(index: number): void;
  ended(index: number, report: StepReport): void;
}
