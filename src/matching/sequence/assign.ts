import type { Comparison } from '../comparison.ts';

/** Comparisons after which no assignment is taken back any more: the best one so far is kept. */
const MOST_ATTEMPTS = 20_000;

interface Search {
  readonly expected: number;
  readonly actual: number;
  /** Compares one element of each on a comparison that may be thrown away. */
  readonly compare: (attempt: Comparison, expected: number, actual: number) => void;
}

/**
 * Pairs every element of the example with another element of the output, in any order, so that each value keeps
 * one meaning. Answers, for each element of the example, the element of the output, or undefined for those that
 * find none (as few as the search could reach).
 */
export function assign(comparison: Comparison, search: Search): (number | undefined)[] {
  const taken = new Set<number>();
  const current: (number | undefined)[] = [];
  let best: (number | undefined)[] = [];
  let bestCount = -1;
  let attempts = 0;

  const place = (known: Comparison, index: number, found: number): boolean => {
    if (found > bestCount) {
      bestCount = found;
      best = [...current];
    }
    if (index === search.expected) return found === search.expected;
    for (const { actual, attempt } of candidates(known, index)) {
      taken.add(actual);
      current[index] = actual;
      if (place(attempt, index + 1, found + 1)) return true;
      taken.delete(actual);
      current[index] = undefined;
      if (attempts > MOST_ATTEMPTS) return false;
    }
    return place(known, index + 1, found);
  };

  /** Elements of the output that fit, those with the fewest peculiarities first. */
  const candidates = (known: Comparison, index: number) => {
    const fitting: { actual: number; attempt: Comparison }[] = [];
    for (let actual = 0; actual < search.actual; actual++) {
      if (taken.has(actual)) continue;
      attempts++;
      const attempt = known.attempt();
      search.compare(attempt, index, actual);
      if (!attempt.failed) fitting.push({ actual, attempt });
    }
    const peculiarities = ({ attempt }: { attempt: Comparison }) =>
      attempt.notices.length + attempt.accepted.length;
    return fitting.sort((a, b) => peculiarities(a) - peculiarities(b));
  };

  if (search.expected * search.actual > MOST_ATTEMPTS) return firstFit(comparison, search);
  place(comparison.attempt(), 0, 0);
  return Array.from({ length: search.expected }, (_, index) => best[index]);
}

/** For long sequences: each element takes the first that fits, and keeps it. */
function firstFit(comparison: Comparison, { expected, actual, compare }: Search): (number | undefined)[] {
  let known = comparison.attempt();
  const free = Array.from({ length: actual }, (_, index) => index);
  return Array.from({ length: expected }, (_, index) => {
    for (const [position, candidate] of free.entries()) {
      const attempt = known.attempt();
      compare(attempt, index, candidate);
      if (attempt.failed) continue;
      free.splice(position, 1);
      known = attempt;
      return candidate;
    }
    return undefined;
  });
}
