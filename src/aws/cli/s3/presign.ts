import { helpText, parseCustom, printedOutput, valued } from '../commands/custom.ts';
import type { Globals } from '../commands/globals.ts';
import { toInteger } from '../python/builtins.ts';
import type { AwsHost, AwsOutput } from '../types.ts';
import { splitS3 } from './location.ts';
import { openS3 } from './s3-client.ts';

export const presignOptions = [valued('expires-in')];

const HOUR = '3600';

/** `aws s3 presign s3://bucket/key`. */
export async function runPresign(
  words: readonly string[],
  globals: Globals,
  host: AwsHost,
): Promise<AwsOutput> {
  const path = { kind: 'positional', dest: 'path', takes: 'one' } as const;
  const values = parseCustom(words, [path], presignOptions);
  if (!values) return printedOutput(helpText('s3 presign'));
  const seconds = toInteger(String(values.get('expires-in') ?? HOUR));
  const s3 = await openS3(globals, host);
  const { bucket, key } = splitS3(String(values.get('path')));
  return printedOutput(`${await s3.presign('GetObject', { Bucket: bucket, Key: key }, seconds)}\n`);
}
