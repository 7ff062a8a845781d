import { flag, helpText, parseCustom, printedOutput } from '../commands/custom.ts';
import type { Globals } from '../commands/globals.ts';
import { CliFailure, exitCodes, invalidParameterFailure } from '../failures.ts';
import type { AwsHost, AwsOutput } from '../types.ts';
import { isS3, splitS3 } from './location.ts';
import { openS3 } from './s3-client.ts';
import { runTransfer } from './transfer.ts';

export const rbOptions = [flag('force')];

const path = { kind: 'positional', dest: 'path', takes: 'one' } as const;

/** `aws s3 mb s3://bucket`. */
export async function runMb(words: readonly string[], globals: Globals, host: AwsHost): Promise<AwsOutput> {
  const values = parseCustom(words, [path]);
  if (!values) return printedOutput(helpText('s3 mb'));
  const s3 = await openS3(globals, host);
  const uri = bucketUri(values.get('path'));
  const region = s3.region || 'aws-global';
  const placed = region !== 'us-east-1' && { CreateBucketConfiguration: { LocationConstraint: region } };
  const { bucket } = splitS3(uri);
  return report('make_bucket', uri, bucket, () => s3.call('CreateBucket', { Bucket: bucket, ...placed }));
}

/** `aws s3 rb s3://bucket [--force]`. */
export async function runRb(words: readonly string[], globals: Globals, host: AwsHost): Promise<AwsOutput> {
  const values = parseCustom(words, [path], rbOptions);
  if (!values) return printedOutput(helpText('s3 rb'));
  const s3 = await openS3(globals, host);
  const uri = bucketUri(values.get('path'));
  const { bucket, key } = splitS3(uri);
  if (key !== '')
    throw invalidParameterFailure(`Please specify a valid bucket name only. E.g. s3://${bucket}`);
  const emptied = values.has('force') ? await empty(uri, globals, host) : undefined;
  const removed = await report('remove_bucket', uri, bucket, () =>
    s3.call('DeleteBucket', { Bucket: bucket }),
  );
  return emptied ? { ...removed, stdout: emptied.stdout + removed.stdout } : removed;
}

function bucketUri(value: unknown): string {
  const uri = String(value);
  if (isS3(uri)) return uri;
  throw invalidParameterFailure('<S3Uri>\nError: Invalid argument type');
}

async function report(
  what: string,
  uri: string,
  bucket: string,
  call: () => Promise<unknown>,
): Promise<AwsOutput> {
  try {
    await call();
    return printedOutput(`${what}: ${bucket}\n`);
  } catch (error) {
    if (!(error instanceof CliFailure)) throw error;
    return { stdout: '', stderr: `${what} failed: ${uri} ${error.message}\n`, exitCode: 1 };
  }
}

async function empty(uri: string, globals: Globals, host: AwsHost): Promise<AwsOutput> {
  const output = await runTransfer('rm', [uri, '--recursive'], globals, host);
  if (output.exitCode === 0) return output;
  const why =
    '\nremove_bucket failed: Unable to delete all objects in the bucket, bucket will not be deleted.\n';
  throw new CliFailure(exitCodes.general, output.stderr + why, output.stdout);
}
