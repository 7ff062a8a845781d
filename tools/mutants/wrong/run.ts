import type { Actual } from '../../../src/matching/index.ts';
import type { Change, PublishedResult } from '../types.ts';

const DENIED =
  '\nAn error occurred (AccessDenied) when calling the DoSomething operation: User: arn:aws:iam::123456789012:user/a is not authorized\n';
const ERROR = /\((\w+)\)(.*?calling the )(\w+)/;

/** Kinds of runs that end in another way: none where the right run ends so, too. */
const KINDS: Readonly<Record<string, (output: Actual) => Actual | undefined>> = {
  'another exit code': (output) => ({ ...output, exitCode: output.exitCode === 0 ? 1 : 3 }),
  'a success in place of an error': (output) =>
    output.exitCode === 0 ? undefined : { stdout: '{}\n', stderr: '', exitCode: 0 },
  'an error in place of a success': (output) =>
    output.exitCode === 0 ? { stdout: '', stderr: DENIED, exitCode: 254 } : undefined,
  'an error that exits with 0': (output) =>
    output.exitCode === 0 ? { ...output, stderr: `${output.stderr}${DENIED}` } : undefined,
  'nothing is printed': (output) =>
    output.stdout + output.stderr === '' ? undefined : { ...output, stdout: '', stderr: '' },
  'something is printed': (output) =>
    output.stdout === '' && output.exitCode === 0 ? { ...output, stdout: 'something\n' } : undefined,
  'the other stream': (output) =>
    output.stdout.trim() === output.stderr.trim()
      ? undefined
      : { ...output, stdout: output.stderr, stderr: output.stdout },
  'half of the output': (output) =>
    output.stdout.trim().length > 1 ? { ...output, stdout: output.stdout.trim().slice(0, -1) } : undefined,
  'a text in place of JSON': (output) =>
    /^\s*[{[]/.test(output.stdout) ? { ...output, stdout: 'VPCS\t10.0.0.0/16\tavailable\n' } : undefined,
  'an error of another code': (output) =>
    ERROR.test(output.stderr)
      ? { ...output, stderr: output.stderr.replace(ERROR, '(ThrottlingException)$2$3') }
      : undefined,
  'an error of another operation': (output) =>
    ERROR.test(output.stderr)
      ? { ...output, stderr: output.stderr.replace(ERROR, '($1)$2DescribeThings') }
      : undefined,
  'an error, and output as well': (output) =>
    output.exitCode === 0 || output.stdout !== '' ? undefined : { ...output, stdout: 'something\n' },
};

/** Makes runs that end in another way. */
export function* wrongRun({ output }: PublishedResult): Iterable<Change> {
  for (const [kind, change] of Object.entries(KINDS)) {
    const changed = change(output);
    if (changed) yield { kind, path: 'run', from: '', to: '', output: changed };
  }
}
