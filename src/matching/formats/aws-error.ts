import type { ComparisonState } from '../comparison.ts';
import { quoteText } from '../messages.ts';
import { compareLines } from '../text/compare-text.ts';
import { firstLineOf, trimmedLines } from '../text/lines.ts';
import { describeOutput, showReplaced } from './mismatch-text.ts';
import type { Format } from './types.ts';

/** A service's error as the CLI prints it. */
export interface AwsError {
  /** Text before it, as of `aws s3 cp`: `upload failed: ./a to s3://b/a`. */
  readonly prefix: string;
  readonly code: string;
  readonly operation: string;
  readonly message: readonly string[];
  /** `A client error`: how the CLI began the line before 2016. */
  readonly isOldWording: boolean;
  /** Its line in the text, from 1. */
  readonly line: number;
}

/** `aws: [ERROR]: ` and the count of retries differ between versions and runs of the CLI: they say nothing. */
const ERROR =
  /^(?:aws: \[ERROR\]: )?(.*?)(An error occurred|A (?:client|server) error) \(([^()\s]+)\)(?: occurred)? when calling the (\w+) operation(?: \(reached max retries: \d+\))?:(?: (.*))?$/s;
/** Printed below the error by the CLI from 2.34.0 to 2.34.24. */
const DETAILS = /^Additional error details:/;

/** Code and operation exactly, the message but for the typed values in it; on stderr, with the CLI's exit code. */
export const awsErrorFormat: Format = {
  name: 'AWS error',
  recognises: ({ body }) => readError(body) !== undefined,
  stream: 'stderr',
  // 254 (v2) or 255 (v1); the high-level s3 commands, whose errors have a prefix, exit with 1.
  exitCodes: ({ body }) => (readError(body)?.prefix ? [1] : [254, 255]),
  compare: (comparison, example, printed, actual) => {
    const wanted = readError(example.body);
    const got = readError(
      printed,
      wanted?.message.some((line) => DETAILS.test(line)),
    );
    if (wanted && got) return compareErrors(comparison, wanted, got);
    const message = `The example is an AWS error, but the output is not${describeOutput(printed, actual)}.`;
    comparison.differ({ kind: 'form', path: '', message });
    showReplaced(comparison, example.body, printed);
  },
};

/** The error that a text is, if it is nothing else. */
export function readError(text: string, keepDetails = true): AwsError | undefined {
  const found = ERROR.exec(firstLineOf(text));
  if (!found) return undefined;
  const lines = trimmedLines(text);
  const first = lines.findIndex((line) => line !== '');
  const [, prefix = '', beginning = '', code = '', operation = '', message = ''] = found;
  const rest = lines.slice(first + 1);
  const details = keepDetails ? -1 : rest.findIndex((line) => DETAILS.test(line));
  const kept = details === -1 ? rest : trimmedLines(rest.slice(0, details).join('\n'));
  return {
    prefix: prefix.trimEnd(),
    code,
    operation,
    isOldWording: beginning !== 'An error occurred',
    message: [message.trimEnd(), ...kept],
    line: first + 1,
  };
}

function compareErrors(comparison: ComparisonState, wanted: AwsError, got: AwsError): void {
  const where = { path: `line ${wanted.line}`, line: wanted.line };
  if (wanted.code !== got.code) {
    const message = `The example shows the error ${wanted.code}, but the output shows ${got.code}: ${quoteText(got.message[0] ?? '')}.`;
    comparison.differ({ ...where, kind: 'error-code', expected: wanted.code, actual: got.code, message });
  }
  if (wanted.operation !== got.operation) {
    const message = `The example shows an error of ${wanted.operation}, but the output shows one of ${got.operation}.`;
    comparison.differ({
      ...where,
      kind: 'operation',
      expected: wanted.operation,
      actual: got.operation,
      message,
    });
  }
  if (wanted.isOldWording && !got.isOldWording) {
    const message =
      'The example has the wording of the AWS CLI before 2016 ("A client error"): `tejun doctest --update` rewrites it.';
    const [expected, actual] = [canonical(wanted)[0], canonical(got)[0]];
    comparison.differ({ ...where, kind: 'value', expected, actual, message });
  }
  const lines = comparison.attempt();
  compareLines(lines, uncut(canonical(wanted)), canonical(got), wanted.line);
  // Another error has another message: to say so again would hide what matters.
  if (!comparison.failed) comparison.absorb(lines);
  else comparison.showAll(lines);
}

/** A message that the page cuts (`The bucket you are ...`) goes on in any way. */
const uncut = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/(?<=\S{3} ?)(?:\.{3,}|…+)$/, '〜略〜'));

/** An error's lines as v1 prints them. */
function canonical({ prefix, code, operation, message }: AwsError): string[] {
  const [first = '', ...rest] = message;
  const begin = prefix === '' ? '' : `${prefix} `;
  return [
    `${begin}An error occurred (${code}) when calling the ${operation} operation: ${first}`.trimEnd(),
    ...rest,
  ];
}
