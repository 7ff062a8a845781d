import type { PrintedAwsError } from './types.ts';

/** `An error occurred (Code) when calling the Operation operation: message`, as all versions of the AWS CLI print it. */
const ERROR =
  /An error occurred \((?<code>[^()\s]+)\) when calling the (?<operation>\w+) operation(?: \([^()\n]*\))?:(?: (?<message>.*))?/;

/** The error of AWS in what the CLI printed; undefined where there is none. */
export function readAwsError(printed: string): PrintedAwsError | undefined {
  const { code, operation, message } = ERROR.exec(printed)?.groups ?? {};
  return code && operation ? { code, operation, message: message ?? '' } : undefined;
}
