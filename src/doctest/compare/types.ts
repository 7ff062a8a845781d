import type { Step } from '../../procedure/index.ts';
import type { RecordingProvenance } from '../../recording/types.ts';

/** One line of the three, where any of them parts from the others; undefined where a side has no such line. */
export interface CompareRow {
  readonly page?: string;
  readonly recording?: string;
  readonly sandbox?: string;
}

export type Side = Exclude<keyof CompareRow, 'page'>;
export const SIDES: readonly Side[] = ['recording', 'sandbox'];

export interface ComparedStep {
  readonly step: Step;
  /** Differing stretches of the three; none where they agree. */
  readonly parting: readonly (readonly CompareRow[])[];
  /** Why the step was not run. */
  readonly skipped?: string;
}

export interface ComparedPage {
  readonly page: string;
  readonly file: string;
  /** Undefined for a page without a recording. */
  readonly recorded?: RecordingProvenance;
  readonly steps: readonly ComparedStep[];
}
