import type { Comparison } from '../comparison.ts';
import { align } from './align.ts';
import { assign } from './assign.ts';

/** Elements of the example and of the output (from 0) that belong together; one of them where it has no other. */
export interface Pair {
  readonly expected?: number;
  readonly actual?: number;
}

/** Lines, elements or rows of the example and of the output. */
export interface Elements {
  readonly expected: number;
  readonly actual: number;
  /** Whether an element of the example is an elision: any number of elements may stand for it. */
  readonly isElision: (expected: number) => boolean;
  /** Compares one element of each on a comparison that is thrown away. */
  readonly compare: (attempt: Comparison, expected: number, actual: number) => void;
}

/**
 * Pairs elements as `match=` says: in order, else in any order. What an elision stands for, or `contains` allows
 * besides, is left out of the result.
 */
export function pairUp(comparison: Comparison, elements: Elements): readonly Pair[] {
  if (comparison.mode === 'unordered' || comparison.mode === 'contains')
    return inAnyOrder(comparison, elements);
  const matches = (expected: number, actual: number): boolean => {
    const attempt = comparison.attempt();
    elements.compare(attempt, expected, actual);
    return !attempt.failed;
  };
  return align({ ...elements, matches }).filter((step) => step.kind !== 'elided');
}

function inAnyOrder(comparison: Comparison, elements: Elements): Pair[] {
  const wanted = indices(elements.expected).filter((index) => !elements.isElision(index));
  const found = assign(comparison, {
    expected: wanted.length,
    actual: elements.actual,
    compare: (attempt, index, actual) => elements.compare(attempt, wanted[index] ?? -1, actual),
  });
  const free = indices(elements.actual).filter((index) => !found.includes(index));
  const mayHaveMore = comparison.mode === 'contains' || wanted.length < elements.expected;
  // What found no partner is set beside what is left over, so that a writer sees how they differ.
  const partner = (index: number) => found[index] ?? (mayHaveMore ? undefined : free.shift());
  const pairs = wanted.map((expected, index): Pair => ({ expected, actual: partner(index) }));
  return mayHaveMore ? pairs : [...pairs, ...free.map((actual) => ({ actual }))];
}

const indices = (length: number): number[] => Array.from({ length }, (_, index) => index);
