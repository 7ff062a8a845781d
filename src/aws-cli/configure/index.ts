import type { Globals } from '../commands/globals.ts';
import { notBuiltIn } from '../failures.ts';
import type { AwsHost, AwsOutput } from '../types.ts';

export async function runConfigure(
  _words: readonly string[],
  _globals: Globals,
  _host: AwsHost,
): Promise<AwsOutput> {
  throw notBuiltIn('configure', 'it has sts, iam, s3, s3api and ec2.');
}
