import type { ResultExample, Stream } from '../../procedure/types.ts';
import type { ComparisonState } from '../comparison.ts';
import type { Actual } from '../types.ts';

/** A form of result: how to tell it, where it is printed, how it is compared. */
export interface Format {
  readonly name: string;
  readonly recognises: (example: ResultExample) => boolean;
  /** The stream that shows it unless the page says otherwise (`from=`). */
  readonly stream: Exclude<Stream, 'both'>;
  /** Exit codes of a step that prints it, unless the page says otherwise (`exit=`). */
  readonly exitCodes: (example: ResultExample) => readonly number[];
  /** Compares what was printed on the example's stream; `actual` is there for explanations. */
  readonly compare: (
    comparison: ComparisonState,
    example: ResultExample,
    printed: string,
    actual: Actual,
  ) => void;
}
