import type { ComparisonState } from '../comparison.ts';

/** Elements of the example and of the output (from 0) that belong together; one of them where it has no other. */
export interface Pair {
  readonly expected?: number;
  readonly actual?: number;
}

/** Two lists whose elements are to be paired in any order. */
export interface Search {
  readonly expected: number;
  readonly actual: number;
  /** Compares one element of each on a comparison that may be thrown away. */
  readonly compare: (attempt: ComparisonState, expected: number, actual: number) => void;
  /** Texts to know an element by: of the example those that do not vary, of the output all. */
  readonly marks: (side: 'expected' | 'actual', index: number) => readonly string[];
}

/** Lines, elements or rows of the example and of the output. */
export interface Elements extends Search {
  /** Tells whether an element of the example is an elision: any number of elements may stand for it. */
  readonly isElision: (expected: number) => boolean;
}
