import { type ComparisonState, withoutExample } from './comparison.ts';
import { readError } from './formats/aws-error.ts';
import { quoteText } from './messages.ts';
import { asTerminal, onScreen } from './screen.ts';
import { trimmedLines, withoutUsage } from './text/lines.ts';
import type { Actual, Verdict } from './types.ts';

/** The verdict on a step without an example: it must exit with 0. */
export function matchExit(actual: Actual): Verdict {
  const comparison = withoutExample();
  requireSuccess(comparison, actual);
  noticeStderr(comparison, actual);
  return comparison.verdict();
}

/** The verdict on a step of which the page says a text that it prints: it must exit with 0 and print that text. */
export function matchShows(text: string, actual: Actual): Verdict {
  const comparison = withoutExample();
  requireSuccess(comparison, actual);
  const printed = onScreen(actual.stdout) + onScreen(actual.stderr);
  if (!printed.includes(text)) {
    const message = `The output does not contain ${quoteText(text)}.`;
    comparison.differ({ kind: 'missing', path: 'output', expected: text, actual: printed, message });
    for (const line of trimmedLines(printed)) comparison.show('actual', line);
  }
  noticeStderr(comparison, actual);
  return comparison.verdict();
}

/** Notes output on stderr; an AWS error there is a failure, whatever the exit code. */
function noticeStderr(comparison: ComparisonState, actual: Actual): void {
  const stderr = onScreen(actual.stderr).trim();
  if (stderr === '' || comparison.failed) return;
  if (readError(stderr.split('\n').find((line) => readError(line)) ?? '')) {
    const message = `The step exited with 0, but on stderr stands the AWS error ${quoteText(stderr)}.`;
    comparison.differ({ kind: 'stream', path: 'stderr', actual: stderr, message });
  } else comparison.notice('stderr', `The step printed on stderr: ${quoteText(stderr)}.`);
}

/** The verdict on a step that only sets variables: it must exit with 0 and print nothing. */
export function matchSilence(ran: Actual): Verdict {
  const actual = asTerminal(ran);
  const comparison = withoutExample();
  requireSuccess(comparison, actual);
  for (const stream of ['stdout', 'stderr'] as const) requireSilence(comparison, actual, stream);
  return comparison.verdict();
}

export function requireSuccess(comparison: ComparisonState, actual: Actual): void {
  if (actual.exitCode === 0) return;
  const stderr = withoutUsage(actual.stderr);
  const message = `The step failed with exit code ${actual.exitCode}${stderr === '' ? '' : `: ${quoteText(stderr)}`}.`;
  comparison.differ({
    kind: 'exit-code',
    path: 'exit code',
    expected: '0',
    actual: String(actual.exitCode),
    message,
  });
}

export function requireSilence(
  comparison: ComparisonState,
  actual: Actual,
  stream: 'stdout' | 'stderr',
): void {
  if (actual[stream] === '') return;
  const message = `Nothing should be printed on ${stream}, but there stands ${quoteText(actual[stream].trim())}.`;
  comparison.differ({ kind: 'stream', path: stream, expected: '', actual: actual[stream], message });
  for (const line of trimmedLines(actual[stream])) comparison.show('actual', line);
}
