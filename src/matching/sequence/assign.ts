import type { ComparisonState } from '../comparison.ts';
import { assignByMarks } from './by-marks.ts';
import type { Search } from './types.ts';

/** Attempts after which no assignment is taken back any more: the best one so far is kept. */
const MOST_ATTEMPTS = 2_000;
/** Up to this many pairs, each is tried. Beyond, elements are known by their marks first. */
const FEW_PAIRS = 400;
/** Beyond this many pairs, no other assignment is looked for than that by marks. */
const MOST_PAIRS = 10_000;

type Assignment = (number | undefined)[];

/**
 * Pairs every element of the example with another element of the output, in any order, so that each value keeps
 * one meaning. Answers, for each element of the example, the element of the output, or undefined for those that
 * find none (as few as the search could reach).
 */
export function assign(comparison: ComparisonState, search: Search): Assignment {
  const pairs = search.expected * search.actual;
  if (pairs <= FEW_PAIRS) return assignByTrial(comparison, search);
  const marked = markedAndRest(comparison, search);
  if (countOf(marked) === search.expected || pairs > MOST_PAIRS) return marked;
  const best = assignByTrial(comparison, search);
  return countOf(best) > countOf(marked) ? best : marked;
}

const countOf = (assignment: Assignment): number =>
  assignment.filter((actual) => actual !== undefined).length;

/** Pairs by marks, and tries the elements that are left with each other. */
function markedAndRest(comparison: ComparisonState, search: Search): Assignment {
  const known = comparison.trial();
  const found = assignByMarks(known, search);
  const open = found.flatMap((actual, index) => (actual === undefined ? [index] : []));
  if (open.length === 0) return found;
  const taken = new Set(found);
  const free = Array.from({ length: search.actual }, (_, index) => index).filter(
    (index) => !taken.has(index),
  );
  const rest = assignByTrial(known, {
    ...search,
    expected: open.length,
    actual: free.length,
    compare: (attempt, i, j) => search.compare(attempt, open[i] ?? -1, free[j] ?? -1),
  });
  for (const [index, actual] of rest.entries()) found[open[index] ?? -1] = free[actual ?? -1];
  return found;
}

/** Tries each element with each other, and takes back what leaves another one without a partner. */
function assignByTrial(comparison: ComparisonState, search: Search): Assignment {
  const fitting = fittingElements(comparison, search);
  // An element that fits nowhere alone fits nowhere in any assignment: no search helps it.
  const seekers = fitting.flatMap(({ length }, index) => (length > 0 ? [index] : []));
  const taken = new Set<number>();
  const current = new Map<number, number>();
  let best: ReadonlyMap<number, number> = new Map();
  let attempts = 0;

  const place = (known: ComparisonState, next: number): boolean => {
    if (current.size > best.size) best = new Map(current);
    const index = seekers[next];
    if (index === undefined) return current.size === seekers.length;
    for (const actual of fitting[index] ?? []) {
      if (taken.has(actual)) continue;
      const attempt = known.trial();
      search.compare(attempt, index, actual);
      attempts++;
      if (attempt.failed) continue;
      taken.add(actual);
      current.set(index, actual);
      if (place(attempt, next + 1)) return true;
      taken.delete(actual);
      current.delete(index);
      if (attempts > MOST_ATTEMPTS) return false;
    }
    return place(known, next + 1);
  };

  place(comparison.trial(), 0);
  return Array.from({ length: search.expected }, (_, index) => best.get(index));
}

/** For each element of the example, the elements that fit it: its own place first, then those that vary least. */
function fittingElements(comparison: ComparisonState, { expected, actual, compare }: Search): number[][] {
  return Array.from({ length: expected }, (_, index) => {
    const found: { readonly actual: number; readonly peculiarities: number }[] = [];
    for (let other = 0; other < actual; other++) {
      const trial = comparison.trial();
      compare(trial, index, other);
      if (trial.failed) continue;
      found.push({ actual: other, peculiarities: trial.notices.length + trial.accepted.length });
    }
    const rank = ({ actual: other, peculiarities }: (typeof found)[number]) =>
      peculiarities + (other === index ? 0 : 0.5);
    return found.sort((a, b) => rank(a) - rank(b)).map(({ actual: other }) => other);
  });
}
