/** How many steps of a page came to what, and which steps they were. */
export interface PageResult {
  /** `fingerprint` of the page as it was run. */
  readonly hash: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Steps whose output was compared; unknown for runs kept before it was counted. */
  readonly compared?: number;
}

/** One run of doctest, as it is kept in `verified/`: what readers are told about it. */
export interface Verification {
  /** When the run began: ISO 8601, UTC. */
  readonly date: string;
  readonly target: string;
  readonly shell: string;
  /** Program that ran as `aws`: its `--version`, or `built-in`. */
  readonly cli: string;
  /** By page id, then by locale. */
  readonly pages: Readonly<Record<string, Readonly<Record<string, PageResult>>>>;
}

/** A run without its pages. */
export type RunInfo = Omit<Verification, 'pages'>;

/** Results of a page, newest first. */
export type PageRecord = RunInfo & PageResult;

/** Global data of the Docusaurus plugin `tejun-trust`, packed: it is part of every page. */
export interface TrustData {
  readonly runs: readonly RunInfo[];
  /** By page id: index into `runs`, then hash and counts. */
  readonly pages: Readonly<
    Record<
      string,
      readonly (readonly [
        run: number,
        hash: string,
        passed: number,
        failed: number,
        skipped: number,
        compared?: number,
      ])[]
    >
  >;
}
