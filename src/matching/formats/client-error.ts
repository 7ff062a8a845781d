import { compareLines } from '../text/compare-text.ts';
import { firstLineOf, trimmedLines } from '../text/lines.ts';
import { describeOutput, showReplaced } from './mismatch-text.ts';
import type { Format } from './types.ts';

/**
 * Errors of the AWS CLI itself, without a service (run with 1.45.11, 2.9.19 and 2.36.7). Newer versions put
 * `aws: [ERROR]: ` and `An error occurred (NoCredentials): ` before it, older ones a blank line.
 */
const PREFIX = /^(?:aws: \[ERROR\]: )?(?:An error occurred \(\w+\): )?/;
const BEGINNINGS = [
  'Unable to locate credentials',
  'You must specify a region',
  'The config profile (',
  'Partial credentials found in',
  'Parameter validation failed:',
  'Could not connect to the endpoint URL',
  'Invalid endpoint:',
  'Unable to parse config file',
  'Error parsing parameter',
  'Unknown options:',
  'usage: aws [options]',
  'aws: error: ',
];
/** `aws ... wait` that did not reach its state. */
const WAITER = /^Waiter \w+ failed: /;

/** A refusal of the CLI itself: on stderr, with one of the exit codes that AWS documents for such. */
export const clientErrorFormat: Format = {
  name: 'client error',
  recognises: ({ body }) => isClientError(body),
  stream: 'stderr',
  // Return codes of the CLI: 252 syntax or parameters, 253 environment or configuration, 255 others; 2 for v1's syntax.
  exitCodes: () => [252, 253, 255, 2],
  compare: (comparison, example, printed, actual) => {
    if (isClientError(printed)) return compareLines(comparison, canonical(example.body), canonical(printed));
    const message = `The example is an error of the AWS CLI itself, but the output is not${describeOutput(printed, actual)}.`;
    comparison.differ({ kind: 'form', path: '', message });
    showReplaced(comparison, example.body, printed);
  },
};

function isClientError(text: string): boolean {
  const line = firstLineOf(text).replace(PREFIX, '');
  return WAITER.test(line) || BEGINNINGS.some((beginning) => line.startsWith(beginning));
}

function canonical(text: string): string[] {
  const [first = '', ...rest] = trimmedLines(text.replace(/^\s*\n/, ''));
  return [first.replace(PREFIX, ''), ...rest];
}
