import { BudgetExceeded } from '../budget.ts';

/** One step of an alignment: the fate of an element of the example or of the output. */
export type AlignmentStep =
  | { readonly kind: 'pair'; readonly expected: number; readonly actual: number }
  | { readonly kind: 'missing' | 'elision'; readonly expected: number }
  | { readonly kind: 'unexpected' | 'elided'; readonly actual: number };

export interface Sequences {
  readonly expected: number;
  readonly actual: number;
  /** Tells whether an element of the example is an elision: any number of elements may stand for it. */
  readonly isElision: (expected: number) => boolean;
  readonly matches: (expected: number, actual: number) => boolean;
}

/** Beyond this many comparisons, no pairing is looked for. */
const MOST_CELLS = 250_000;

/**
 * Pairs two sequences in order with the fewest differences.
 *
 * @throws BudgetExceeded where what differs is too long, and no elision says where it ends.
 */
export function align(sequences: Sequences): AlignmentStep[] {
  const { isElision, matches } = sequences;
  const start = commonLength(sequences, (n) => [n, n]);
  const rest = { ...sequences, expected: sequences.expected - start, actual: sequences.actual - start };
  const end = commonLength(rest, (n) => [sequences.expected - 1 - n, sequences.actual - 1 - n]);
  const inner: Sequences = {
    expected: rest.expected - end,
    actual: rest.actual - end,
    isElision: (i) => isElision(i + start),
    matches: (i, j) => matches(i + start, j + start),
  };
  const pairs = (from: number, to: number, length: number): AlignmentStep[] =>
    Array.from({ length }, (_, n) => ({ kind: 'pair', expected: from + n, actual: to + n }));
  return [
    ...pairs(0, 0, start),
    ...steps(inner).map((step) => moved(step, start)),
    ...pairs(start + inner.expected, start + inner.actual, end),
  ];

  function commonLength(within: Sequences, at: (n: number) => [number, number]): number {
    let n = 0;
    while (n < within.expected && n < within.actual && !isElision(at(n)[0]) && matches(...at(n))) n++;
    return n;
  }
}

function moved(step: AlignmentStep, by: number): AlignmentStep {
  if (step.kind === 'pair') return { kind: 'pair', expected: step.expected + by, actual: step.actual + by };
  return 'expected' in step
    ? { ...step, expected: step.expected + by }
    : { ...step, actual: step.actual + by };
}

function steps(sequences: Sequences): AlignmentStep[] {
  const { expected, actual } = sequences;
  const cost = (expected + 1) * (actual + 1) <= MOST_CELLS ? costsOf(sequences) : undefined;
  if (!cost && !Array.from({ length: expected }, (_, index) => index).some(sequences.isElision))
    throw new BudgetExceeded();
  const result: AlignmentStep[] = [];
  let i = 0;
  let j = 0;
  while (i < expected || j < actual) {
    const step = next(sequences, cost, i, j);
    result.push(step);
    if ('expected' in step) i++;
    if ('actual' in step) j++;
  }
  return result;
}

/** Fewest differences from a position of both sequences to their ends. */
type Cost = (expected: number, actual: number) => number;

function next(
  { expected, actual, isElision, matches }: Sequences,
  cost: Cost | undefined,
  i: number,
  j: number,
): AlignmentStep {
  if (i === expected) return { kind: 'unexpected', actual: j };
  if (isElision(i)) {
    // Without costs, an elision takes what the rest of the example leaves.
    const takes = cost ? cost(i, j) === cost(i, j + 1) : actual - j > expected - i - 1;
    return j < actual && takes ? { kind: 'elided', actual: j } : { kind: 'elision', expected: i };
  }
  if (j === actual) return { kind: 'missing', expected: i };
  const pair: AlignmentStep = { kind: 'pair', expected: i, actual: j };
  if (!cost) return pair;
  const here = cost(i, j);
  // A pair that fits costs nothing; one that does not is still shown side by side where that is no worse.
  if (here === cost(i + 1, j + 1) + (matches(i, j) ? 0 : 1)) return pair;
  return here === cost(i + 1, j) + 1 ? { kind: 'missing', expected: i } : { kind: 'unexpected', actual: j };
}

function costsOf(sequences: Sequences): Cost {
  const { expected, actual, isElision, matches } = sequences;
  const width = actual + 1;
  const costs = new Float64Array((expected + 1) * width);
  const at: Cost = (i, j) =>
    i > expected || j > actual ? Number.POSITIVE_INFINITY : (costs[i * width + j] ?? 0);
  const cheapest: Cost = (i, j) => {
    const elided = i < expected && isElision(i);
    const alone = Math.min(at(i + 1, j), at(i, j + 1)) + (elided ? 0 : 1);
    if (elided || i === expected || j === actual) return alone;
    return Math.min(alone, at(i + 1, j + 1) + (matches(i, j) ? 0 : 1));
  };
  for (let i = expected; i >= 0; i--) {
    for (let j = actual; j >= 0; j--) {
      if (i < expected || j < actual) costs[i * width + j] = cheapest(i, j);
    }
  }
  return at;
}
