import type { ResultExample, Stream } from '../procedure/types.ts';
import { ComparisonState } from './comparison.ts';
import { type Format, formatOf, readError } from './formats/index.ts';
import { inWords, quoteText } from './messages.ts';
import { asTerminal } from './screen.ts';
import { trimmedLines, withoutUsage } from './text/lines.ts';
import type { Actual, MatchContext, Verdict } from './types.ts';

/**
 * Compares a result example with what a step printed and how it ended.
 *
 * `match=` of the example: `exact` allows no extra key or column (values still vary by type; in a text nothing
 * varies); `unordered` takes the elements, lines or rows in any order; `contains` takes them in any order among
 * others; `none` compares the exit code only.
 */
export function match(example: ResultExample, ran: Actual, context: MatchContext): Verdict {
  const actual = asTerminal(ran);
  const form = formatOf(example);
  if (example.match !== 'unordered' && example.match !== 'contains') {
    // A right output needs no search, and is compared once.
    const straight = new ComparisonState(context, { mode: example.match, isStraight: true });
    compareRun(straight, example, form, actual);
    if (!straight.failed) return straight.verdict();
  }
  const comparison = new ComparisonState(context, { mode: example.match });
  compareRun(comparison, example, form, actual);
  return comparison.verdict();
}

function compareRun(comparison: ComparisonState, example: ResultExample, form: Format, actual: Actual): void {
  compareExit(comparison, example, form, actual);
  if (example.match === 'none') return;
  compareOtherStream(comparison, example, form, actual);
  if (comparison.isSettled) return;
  const stream = example.from ?? form.stream;
  const printed = printedOn(actual, stream);
  comparison.beginOutput();
  const before = comparison.differences.length;
  form.compare(comparison, example, printed, actual);
  if (comparison.differences.length > before && !comparison.isStraight) {
    suggestStream(comparison, example, form, actual);
    if (printed.trim() === '') showOtherStream(comparison, stream, actual);
  }
}

function compareExit(
  comparison: ComparisonState,
  example: ResultExample,
  form: Format,
  actual: Actual,
): void {
  const allowed = example.exit === undefined ? form.exitCodes(example) : [example.exit];
  if (allowed.includes(actual.exitCode)) return;
  const wanted = inWords(allowed.map(String)).replace(' and ', ' or ');
  comparison.differ({
    kind: 'exit-code',
    path: 'exit code',
    expected: wanted,
    actual: String(actual.exitCode),
    message: `${why(example, allowed, wanted, actual)}${said(actual)}.`,
  });
}

function why(example: ResultExample, allowed: readonly number[], wanted: string, actual: Actual): string {
  if (example.exit !== undefined)
    return `The page says exit=${wanted}, but the step exited with ${actual.exitCode}`;
  if (actual.exitCode === 0) return `The example shows an error, but the step succeeded`;
  if (allowed.includes(0))
    return `The example shows a success, but the step failed with exit code ${actual.exitCode}`;
  return `The error of the example exits with ${wanted}, but the step exited with ${actual.exitCode}`;
}

/** Quotes the error of a failed step, to end a sentence with. */
function said(actual: Actual): string {
  const stderr = withoutUsage(actual.stderr);
  return stderr === '' || actual.exitCode === 0 ? '' : `: ${quoteText(stderr)}`;
}

/** An error shows nothing but the error; a success shows no error. What a page says with `from=` is its own matter. */
function compareOtherStream(
  comparison: ComparisonState,
  example: ResultExample,
  form: Format,
  actual: Actual,
): void {
  if (example.from === 'both') return;
  const shown = example.from ?? form.stream;
  const other = shown === 'stdout' ? 'stderr' : 'stdout';
  const printed = actual[other].trim();
  if (printed === '') return;
  const isError = form.exitCodes(example).every((code) => code !== 0);
  if (isError) {
    const message = `The example shows an error only, but ${other} has ${quoteText(printed)} as well.`;
    comparison.differ({ kind: 'stream', path: other, actual: printed, message });
  } else if (example.from === undefined && readError(printed)) {
    if (comparison.failed) return;
    const message = `The example shows no error, but on stderr stands ${quoteText(printed)}.`;
    comparison.differ({ kind: 'stream', path: other, actual: printed, message });
  } else if (example.from === undefined && !comparison.failed) {
    comparison.notice(
      other,
      `The step printed on ${other} as well, which the example does not show: ${quoteText(printed)}.`,
    );
  }
}

/** Shows the other stream where the example's stream is empty. */
function showOtherStream(comparison: ComparisonState, stream: Stream, actual: Actual): void {
  const other = stream === 'stdout' ? 'stderr' : 'stdout';
  for (const line of trimmedLines(withoutUsage(actual[other])))
    comparison.show('actual', line, `on ${other}`);
}

/** Returns the output on a stream. */
export const printedOn = (actual: Actual, stream: Stream): string => {
  if (stream !== 'both') return actual[stream];
  const between = actual.stdout === '' || actual.stdout.endsWith('\n') ? '' : '\n';
  return `${actual.stdout}${between}${actual.stderr}`;
};

/** Suggests another stream where the example fits its output. */
function suggestStream(
  comparison: ComparisonState,
  example: ResultExample,
  form: Format,
  actual: Actual,
): void {
  if (example.from !== undefined) return;
  const fitting = (['stdout', 'stderr', 'both'] as const).find((stream) => {
    if (stream === form.stream) return false;
    const parts = stream === 'both' ? [actual.stdout, actual.stderr] : [actual[stream]];
    if (parts.some((part) => part.trim() === '')) return false;
    // A trial of its own budget: what the other stream shows may be long.
    const trial = new ComparisonState(comparison.context, { mode: example.match, isTrial: true });
    return trial.fits(() => form.compare(trial, example, printedOn(actual, stream), actual));
  });
  if (fitting === undefined) return;
  const message = `The example fits what was printed on ${fitting === 'both' ? 'stdout and stderr together' : fitting}: if that is meant, write from=${fitting} on the result.`;
  comparison.differ({ kind: 'stream', path: fitting, message });
}
