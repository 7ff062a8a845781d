import type { Page, Problem, RunFacts } from '../../procedure/index.ts';
import type { ReadCache } from './read-cache.ts';

/** A page to run, with all that running it needs. */
export interface PlannedPage {
  readonly page: Page;
  /** Pages to have run before, in order, each once. */
  readonly prerequisites: readonly Page[];
  /** Pages tied by `requires` share one session, and this name. */
  readonly chain: string;
  /** Path of the account file, relative to the project. */
  readonly accountFile: string;
}

/** A page that can be read and not run. */
export interface BlockedPage {
  readonly page: Page;
  /** The problem of what it builds on. */
  readonly by: Problem;
}

export interface Plan {
  /** Absolute path of the project. */
  readonly root: string;
  /** In the order in which they run. */
  readonly pages: readonly PlannedPage[];
  /** Every page of the locales, also those that are not to run: what `pages` may require. */
  readonly library: readonly PlannedPage[];
  readonly locales: readonly string[];
  /** Findings that stop nothing: unmarked fences, where the settings say `warn`. */
  readonly warnings?: readonly Problem[];
  /** Problems that stop their own pages, and those that build on them. */
  readonly problems?: readonly Problem[];
  /** Selected pages that such a problem stops. */
  readonly blocked?: readonly BlockedPage[];
  /** Facts of the run that the plan was made for (`planForRun`). */
  readonly factsOf?: (page: Page) => RunFacts;
}

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

export interface PlanOptions {
  /** Absolute path of the project. */
  readonly root: string;
  /** Ids, paths, ends of ids, or courses; all pages when empty. */
  readonly pages?: readonly string[];
  readonly locales?: readonly string[];
  readonly shard?: Shard;
  /** Also the pages that those build on, for their own sake. */
  readonly withPrerequisites?: boolean;
  /** A clean-up page does not count for that. */
  readonly cleansUpAlone?: boolean;
  /** Also the clean-up pages of the courses of those, each behind the rest of its course. */
  readonly withCleanUp?: boolean;
  /** One language is enough, where none is asked for. */
  readonly inOneLocale?: boolean;
  /** Folder that paths among `pages` are relative to; by default the project. */
  readonly cwd?: string;
  /** Run what no problem stops, and report the rest. */
  readonly inPart?: boolean;
  /** Parsers that remember what earlier plans of the same project have read. */
  readonly cache?: ReadCache;
}
