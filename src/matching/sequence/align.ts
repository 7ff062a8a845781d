/** What becomes of an element of the example or of the output, in order. */
export type Step =
  | { readonly kind: 'pair'; readonly expected: number; readonly actual: number }
  | { readonly kind: 'missing' | 'elision'; readonly expected: number }
  | { readonly kind: 'unexpected' | 'elided'; readonly actual: number };

export interface Sequences {
  readonly expected: number;
  readonly actual: number;
  /** Whether an element of the example is an elision: any number of elements may stand for it. */
  readonly isElision: (expected: number) => boolean;
  readonly matches: (expected: number, actual: number) => boolean;
}

/** Beyond this many comparisons, elements are paired as they come. */
const MOST_CELLS = 250_000;

/** Pairs two sequences in order with the fewest differences. */
export function align(sequences: Sequences): Step[] {
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
  const pairs = (from: number, to: number, length: number): Step[] =>
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

function moved(step: Step, by: number): Step {
  if (step.kind === 'pair') return { kind: 'pair', expected: step.expected + by, actual: step.actual + by };
  return 'expected' in step
    ? { ...step, expected: step.expected + by }
    : { ...step, actual: step.actual + by };
}

function steps(sequences: Sequences): Step[] {
  const { expected, actual, isElision } = sequences;
  const small = (expected + 1) * (actual + 1) <= MOST_CELLS;
  const costs = small ? costsOf(sequences) : undefined;
  const cost = (i: number, j: number): number => costs?.[i * (actual + 1) + j] ?? Number.POSITIVE_INFINITY;
  const result: Step[] = [];
  let i = 0;
  let j = 0;
  while (i < expected || j < actual) {
    if (i < expected && isElision(i)) {
      if (j < actual && (costs ? cost(i, j) === cost(i, j + 1) : actual - j > expected - i - 1)) {
        result.push({ kind: 'elided', actual: j++ });
      } else result.push({ kind: 'elision', expected: i++ });
    } else if (i >= expected) result.push({ kind: 'unexpected', actual: j++ });
    else if (j >= actual) result.push({ kind: 'missing', expected: i++ });
    else if (costs && cost(i, j) === 1 + cost(i + 1, j)) result.push({ kind: 'missing', expected: i++ });
    else if (costs && cost(i, j) === 1 + cost(i, j + 1)) result.push({ kind: 'unexpected', actual: j++ });
    else result.push({ kind: 'pair', expected: i++, actual: j++ });
  }
  return result;
}

/** Fewest differences from each position to the end; a pair that does not match counts like one difference. */
function costsOf({ expected, actual, isElision, matches }: Sequences): Float64Array {
  const width = actual + 1;
  const costs = new Float64Array((expected + 1) * width);
  const at = (i: number, j: number): number =>
    i > expected || j > actual ? Number.POSITIVE_INFINITY : (costs[i * width + j] ?? 0);
  for (let i = expected; i >= 0; i--) {
    const elided = i < expected && isElision(i);
    for (let j = actual; j >= 0; j--) {
      if (i === expected && j === actual) continue;
      const pairable = i < expected && j < actual && !elided;
      costs[i * width + j] = Math.min(
        at(i + 1, j) + (elided ? 0 : 1),
        at(i, j + 1) + (elided ? 0 : 1),
        pairable ? at(i + 1, j + 1) + (matches(i, j) ? 0 : 1) : Number.POSITIVE_INFINITY,
      );
    }
  }
  return costs;
}
