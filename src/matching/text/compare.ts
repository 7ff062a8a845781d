import type { Comparison } from '../comparison.ts';
import { align, type Step } from '../sequence/align.ts';
import { assign } from '../sequence/assign.ts';
import { compareString, isElision, type Outcome } from '../values/index.ts';
import { quote } from '../wording.ts';

/** Compares two texts line by line; `firstLine` is the example's line (from 1) of its first element. */
export function compareLines(
  comparison: Comparison,
  expected: readonly string[],
  actual: readonly string[],
  firstLine = 1,
): void {
  for (const step of stepsOf(comparison, expected, actual)) {
    const wanted = 'expected' in step ? (expected[step.expected] ?? '') : '';
    const got = 'actual' in step ? (actual[step.actual] ?? '') : '';
    const line = firstLine + ('expected' in step ? step.expected : expected.length - 1);
    if (step.kind === 'pair') showPair(comparison, wanted, got, line);
    else if (step.kind === 'elision') comparison.show('accepted', wanted, 'elision');
    else if (step.kind === 'missing') {
      comparison.differ({
        kind: 'missing',
        path: `line ${line}`,
        line,
        message: `The output lacks this line: ${quote(wanted)}.`,
      });
      comparison.show('expected', wanted, 'missing');
    } else if (step.kind === 'unexpected') {
      const message = `The output has a line that the example lacks: ${quote(got)}.`;
      comparison.differ({ kind: 'unexpected', path: `output line ${step.actual + 1}`, actual: got, message });
      comparison.show('actual', got, 'not in the example');
    }
  }
}

function showPair(comparison: Comparison, wanted: string, got: string, line: number): void {
  const outcome = compareLine(comparison, wanted, got, line);
  if (outcome.kind === 'differs') {
    comparison.show('expected', wanted);
    comparison.show('actual', got, outcome.note);
  } else comparison.show(outcome.kind, got, 'note' in outcome ? outcome.note : undefined);
}

function compareLine(comparison: Comparison, wanted: string, got: string, line: number): Outcome {
  return compareString(comparison, wanted, got, {
    path: `line ${line}`,
    line,
    whole: false,
    flexibleSpaces: true,
    literal: comparison.mode === 'exact',
    // `CREDENTIALS  ASIA...  2021-...` is how --output text prints an Expiration.
    key: /^\s*(?:CREDENTIALS\t|["']?Expiration["']?\s*[:=\t])/.test(wanted) ? 'Expiration' : undefined,
  });
}

function stepsOf(
  comparison: Comparison,
  expected: readonly string[],
  actual: readonly string[],
): readonly Step[] {
  const elides = (index: number) => comparison.mode !== 'exact' && isElision(expected[index] ?? '');
  const compare = (attempt: Comparison, i: number, j: number): void => {
    compareLine(attempt, expected[i] ?? '', actual[j] ?? '', i);
  };
  if (comparison.mode === 'unordered' || comparison.mode === 'contains') {
    return inAnyOrder(comparison, expected, actual, elides, compare);
  }
  return align({
    expected: expected.length,
    actual: actual.length,
    isElision: elides,
    matches: (i, j) => {
      const attempt = comparison.attempt();
      compare(attempt, i, j);
      return !attempt.failed;
    },
  });
}

function inAnyOrder(
  comparison: Comparison,
  expected: readonly string[],
  actual: readonly string[],
  elides: (index: number) => boolean,
  compare: (attempt: Comparison, expected: number, actual: number) => void,
): Step[] {
  const wanted = expected.flatMap((_, index) => (elides(index) ? [] : [index]));
  const found = assign(comparison, {
    expected: wanted.length,
    actual: actual.length,
    compare: (attempt, i, j) => compare(attempt, wanted[i] ?? -1, j),
  });
  const steps = wanted.map((index, i): Step => {
    const partner = found[i];
    return partner === undefined
      ? { kind: 'missing', expected: index }
      : { kind: 'pair', expected: index, actual: partner };
  });
  const mayHaveMore = comparison.mode === 'contains' || wanted.length < expected.length;
  const rest = actual.flatMap((_, index): Step[] =>
    found.includes(index) ? [] : [{ kind: 'unexpected', actual: index }],
  );
  return mayHaveMore ? steps : [...steps, ...rest];
}
