import { isElision } from '../../procedure/json/index.ts';
import type { ComparisonState } from '../comparison.ts';
import { quoteText } from '../messages.ts';
import { pairUp } from '../sequence/pair-up.ts';
import type { Pair } from '../sequence/types.ts';
import {
  compareString,
  fixedWords,
  type Outcome,
  queriedKey,
  type StringPosition,
  wordsOf,
} from '../values/index.ts';
import { isNote, NOTE_AT_END_MESSAGE, NOTE_MESSAGE, withoutNoteAtEnd } from './lines.ts';

/** Compares two texts line by line; `firstLine` is the example's line (from 1) of its first element. */
export function compareLines(
  comparison: ComparisonState,
  expected: readonly string[],
  actual: readonly string[],
  firstLine = 1,
): void {
  const isElided = (index: number) => isElidedLine(comparison, expected[index] ?? '');
  for (const pair of pairLines(comparison, expected, actual, firstLine)) {
    if (comparison.isSettled) return;
    const wanted = expected[pair.expected ?? -1];
    const got = actual[pair.actual ?? -1];
    const line = firstLine + (pair.expected ?? 0);
    if (wanted !== undefined && got !== undefined) showPair(comparison, wanted, got, line);
    else if (wanted !== undefined && isElided(pair.expected ?? -1))
      comparison.show('accepted', wanted, 'elision');
    else if (wanted !== undefined) reportAbsent(comparison, wanted, line);
    else if (got !== undefined) reportSurplus(comparison, got, (pair.actual ?? 0) + 1);
  }
}

/** Which lines belong together. */
export function pairLines(
  comparison: ComparisonState,
  expected: readonly string[],
  actual: readonly string[],
  firstLine = 1,
): readonly Pair[] {
  return pairUp(comparison, {
    expected: expected.length,
    actual: actual.length,
    isElision: (index) => isElidedLine(comparison, expected[index] ?? ''),
    compare: (attempt, i, j) => {
      compareLine(attempt, expected[i] ?? '', actual[j] ?? '', firstLine + i);
    },
    marks: (side, index) =>
      side === 'actual'
        ? wordsOf(actual[index] ?? '')
        : fixedWords(comparison, expected[index] ?? '', placeOf(comparison, expected[index] ?? '')),
  });
}

export const isElidedLine = (comparison: ComparisonState, line: string): boolean =>
  comparison.mode !== 'exact' && isElision(line);

function showPair(comparison: ComparisonState, wanted: string, got: string, line: number): void {
  if (wanted !== got && isNote(wanted) && !isNote(got)) {
    reportAbsent(comparison, wanted, line);
    reportSurplus(comparison, got, line);
    return;
  }
  if (hasNoteAtEnd(comparison, wanted, got, line)) {
    comparison.differ({ kind: 'form', path: `line ${line}`, line, message: NOTE_AT_END_MESSAGE });
    comparison.show('expected', wanted, 'a note');
    comparison.show('actual', got);
    return;
  }
  const outcome = compareLine(comparison, wanted, got, line);
  if (outcome.kind === 'differs') {
    comparison.show('expected', wanted);
    comparison.show('actual', got, outcome.note);
  } else comparison.show(outcome.kind, got, 'note' in outcome ? outcome.note : undefined);
}

/** Tells whether nothing but a note at its end sets a line of the example apart. */
function hasNoteAtEnd(comparison: ComparisonState, wanted: string, got: string, line: number): boolean {
  const plain = wanted === got ? undefined : withoutNoteAtEnd(wanted);
  if (plain === undefined) return false;
  const trial = comparison.trial();
  return trial.fits(() => compareLine(trial, plain, got, line));
}

/** `line`: the example's, from 1. */
export function compareLine(comparison: ComparisonState, wanted: string, got: string, line: number): Outcome {
  comparison.spend();
  return compareString(comparison, wanted, got, {
    path: `line ${line}`,
    line,
    ...placeOf(comparison, wanted),
  });
}

const placeOf = (comparison: ComparisonState, wanted: string): Omit<StringPosition, 'path'> => {
  // `CREDENTIALS  ASIA...  2021-...` is how --output text prints an Expiration.
  const isExpiration = /^\s*(?:CREDENTIALS\t|["']?Expiration["']?\s*[:=\t])/.test(wanted);
  const key = isExpiration ? 'Expiration' : queriedKey(comparison.context);
  return {
    // A word alone on its line is the value that the query asks for.
    whole: !isExpiration && key !== undefined && /^\S+$/.test(wanted),
    flexibleSpaces: true,
    literal: comparison.mode === 'exact',
    key,
  };
};

function reportAbsent(comparison: ComparisonState, wanted: string, line: number): void {
  if (comparison.failTrial()) return;
  if (isNote(wanted)) {
    comparison.differ({ kind: 'form', path: `line ${line}`, line, message: NOTE_MESSAGE });
    comparison.show('expected', wanted, 'a note');
    return;
  }
  const message = `The output lacks this line: ${quoteText(wanted)}.`;
  comparison.differ({ kind: 'missing', path: `line ${line}`, line, expected: wanted, message });
  comparison.show('expected', wanted, 'missing');
}

function reportSurplus(comparison: ComparisonState, got: string, outputLine: number): void {
  const message = `The output has a line that the example lacks: ${quoteText(got)}.`;
  comparison.differ({ kind: 'unexpected', path: `output line ${outputLine}`, actual: got, message });
  comparison.show('actual', got, 'not in the example');
}
