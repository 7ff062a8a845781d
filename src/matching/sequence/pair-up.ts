import { BudgetExceeded } from '../budget.ts';
import type { ComparisonState } from '../comparison.ts';
import { align } from './align.ts';
import { assign } from './assign.ts';
import type { Elements, Pair } from './types.ts';

/**
 * Pairs elements as `match=` says: in order, else in any order. The result leaves out what an elision stands for and
 * what `contains` allows besides.
 *
 * @throws BudgetExceeded in a trial; else elements are then paired as they come.
 */
export function pairUp(comparison: ComparisonState, elements: Elements): readonly Pair[] {
  const inOrder = comparison.mode !== 'unordered' && comparison.mode !== 'contains';
  // One element and one element belong together, in any order.
  if (elements.expected === 1 && elements.actual === 1 && !elements.isElision(0)) return asTheyCome(elements);
  if (comparison.isTrial || comparison.isStraight) {
    const hasElision = indices(elements.expected).some(elements.isElision);
    // Asked only whether all fit: without an elision, that is element by element.
    if (inOrder && !hasElision) return asTheyCome(elements);
    if (comparison.isStraight && !comparison.isTrial) {
      comparison.giveUp();
      return [];
    }
    return inOrder ? aligned(comparison, elements) : inAnyOrder(comparison, elements);
  }
  if (comparison.budget.isExceeded) return asTheyCome(elements);
  try {
    return inOrder ? aligned(comparison, elements) : inAnyOrder(comparison, elements);
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    comparison.budget.exhaust();
    return asTheyCome(elements);
  }
}

/** Pairs the first with the first and so on; a surplus at the end has no partner. */
function asTheyCome({ expected, actual }: Elements): readonly Pair[] {
  return indices(Math.max(expected, actual)).map((index) => ({
    expected: index < expected ? index : undefined,
    actual: index < actual ? index : undefined,
  }));
}

function aligned(comparison: ComparisonState, elements: Elements): readonly Pair[] {
  const matches = remembered(elements.actual, (expected, actual) => {
    const trial = comparison.trial();
    elements.compare(trial, expected, actual);
    return !trial.failed;
  });
  return align({ ...elements, matches }).filter((step) => step.kind !== 'elided');
}

/** Asks each pair once: the search comes back to it several times. */
function remembered(
  width: number,
  matches: (expected: number, actual: number) => boolean,
): (expected: number, actual: number) => boolean {
  const answers = new Map<number, boolean>();
  return (expected, actual) => {
    const cell = expected * width + actual;
    const known = answers.get(cell);
    if (known !== undefined) return known;
    const answer = matches(expected, actual);
    answers.set(cell, answer);
    return answer;
  };
}

function inAnyOrder(comparison: ComparisonState, elements: Elements): Pair[] {
  const wanted = indices(elements.expected).filter((index) => !elements.isElision(index));
  const found = assign(comparison, {
    expected: wanted.length,
    actual: elements.actual,
    compare: (attempt, index, actual) => elements.compare(attempt, wanted[index] ?? -1, actual),
    marks: (side, index) => elements.marks(side, side === 'expected' ? (wanted[index] ?? -1) : index),
  });
  const taken = new Set(found);
  const free = indices(elements.actual).filter((index) => !taken.has(index));
  const mayHaveMore = comparison.mode === 'contains' || wanted.length < elements.expected;
  // Elements without a partner are set beside the remaining ones, so that a writer sees how they differ.
  const partner = (index: number) => found[index] ?? (mayHaveMore ? undefined : free.shift());
  const pairs = wanted.map((expected, index): Pair => ({ expected, actual: partner(index) }));
  return mayHaveMore ? pairs : [...pairs, ...free.map((actual) => ({ actual }))];
}

const indices = (length: number): number[] => Array.from({ length }, (_, index) => index);
