import { diagnose, type Happening, readAwsError } from '../../src/teaching/index.ts';

/** Prints an error as the AWS CLI does. */
export const awsError = (code: string, operation = 'ListBuckets', message = 'no'): string =>
  `\nAn error occurred (${code}) when calling the ${operation} operation: ${message}\n`;

/** The id and the values of the lesson for what was printed. */
export function lessonFor(printed: string, facts: Partial<Happening> = {}): string {
  const happening = { script: 'aws s3 ls', printed, error: readAwsError(printed), unset: [], ...facts };
  const found = diagnose(happening);
  const values = Object.entries(found?.values ?? {}).filter(
    ([name]) => name !== 'code' && name !== 'operation',
  );
  return [found?.id ?? 'none', ...values.map(([name, value]) => `${name}=${value}`)].join(' ');
}
