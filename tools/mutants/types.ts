import type { Actual, MatchContext } from '../../src/matching/index.ts';
import type { ResultExample } from '../../src/procedure/types.ts';

/** Result example of a page, with a run of its step that fits it. */
export interface PublishedResult {
  /** `docs/a/b.mdx:12`, or the file of a published example. */
  readonly place: string;
  readonly example: ResultExample;
  readonly output: Actual;
  readonly context: MatchContext;
}

/** Output of another run of the step: wrong, or as right as the first one. */
export interface Change {
  /** Kind of the change: `a key is missing`. */
  readonly kind: string;
  /** Place of the change: `Vpcs[0].State`, `line 3`. */
  readonly path: string;
  /** The values before and after, in a few characters. */
  readonly from: string;
  readonly to: string;
  readonly output: Actual;
  /** Circumstances of the other run, if it also has other bindings or another script. */
  readonly context?: MatchContext;
}

/** Makes all changes of some kinds that a result allows. */
export type Changes = (result: PublishedResult) => Iterable<Change>;

/** Answers a number from 0 to 1. */
export type Random = () => number;
