import { runCommand } from './commands/run.ts';
import { CliFailure } from './failures.ts';
import type { AwsHost, AwsOutput } from './types.ts';

export type { AwsHost, AwsOutput, Transport } from './types.ts';

/**
 * The built-in `aws`: prints and exits as AWS CLI 2.9.19 does, for sts, iam, s3 ls, s3api and ec2.
 * `args` are those after `aws`. Rejects only for a defect of its own.
 */
export async function aws(args: readonly string[], host: AwsHost): Promise<AwsOutput> {
  try {
    return { stdout: await runCommand(args, host), stderr: '', exitCode: 0 };
  } catch (error) {
    if (error instanceof CliFailure) return { stdout: '', stderr: error.stderr, exitCode: error.exitCode };
    throw error;
  }
}
