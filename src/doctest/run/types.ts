import type { Page } from '../../procedure/index.ts';
import type { RunTarget } from '../targets/index.ts';

/** All that a worker must know to run one page. */
export interface PageTask {
  readonly page: Page;
  /** Pages to have run before, in order. */
  readonly prerequisites: readonly Page[];
  /** Pages of one chain share a session. */
  readonly chain: string;
  /** The account file: its text, and its path relative to the project. */
  readonly account: { readonly text: string; readonly file: string };
  readonly target: RunTarget;
  /** Where ids, keys and tokens come from. */
  readonly seed: string;
  /** Results that are only stale pass as what should stand in the page (`--update`). */
  readonly revises?: boolean;
}

/** The first thing that went wrong on a page: why the pages that require it are not run. */
export interface PageFailure {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}
