import type { ResultExample } from '../procedure/types.ts';
import { formatOf, readError } from './formats/index.ts';
import type { Actual } from './types.ts';

/** Exit code of the CLI after a service's error. */
const SERVICE_ERROR = 254;

/**
 * Infers streams and exit code from text copied out of a terminal, which shows both streams as one and no
 * exit code. The example settles the doubt, unless one of the two is an AWS error and the other is none.
 */
export function inferOutput(text: string, example: ResultExample | undefined): Actual {
  const form = example && formatOf(example);
  const [exitCode = 0] =
    example?.exit === undefined ? (form?.exitCodes(example as ResultExample) ?? [0]) : [example.exit];
  const stream = example?.from ?? form?.stream ?? 'stdout';
  const isError = stream !== 'both' && readError(text) !== undefined;
  if (isError && stream === 'stdout')
    return { stdout: '', stderr: text, exitCode: exitCode || SERVICE_ERROR };
  return stream === 'stderr'
    ? { stdout: '', stderr: text, exitCode }
    : { stdout: text, stderr: '', exitCode };
}
