import { runCommand } from './commands/run-command.ts';
import { CliFailure } from './failures.ts';
import { withUsage } from './help.ts';
import type { AwsHost, AwsOutput } from './types.ts';

export { CLI_VERSION } from './commands/custom.ts';
export { type CompletionHost, completeAws } from './completion/index.ts';
export { type EffectiveConfig, type EffectiveCredentials, effectiveConfig } from './effective-config.ts';
export type { AwsFiles, AwsHost, AwsOutput, FileStat, Transport } from './types.ts';

/**
 * The built-in `aws`: prints and exits as AWS CLI 2.9.19 does, for the simulated operations.
 * `args` are those after `aws`. Rejects only for a defect of its own.
 */
export async function aws(args: readonly string[], host: AwsHost): Promise<AwsOutput> {
  try {
    return await withUsage(await runCommand(args, host));
  } catch (error) {
    if (error instanceof CliFailure)
      return { stdout: error.stdout, stderr: error.stderr, exitCode: error.exitCode };
    throw error;
  }
}
