import { type CustomCommand, defineCommand } from 'just-bash';
import type { SimulatedShellOptions } from '../types.ts';

/** The built-in `aws`: it sees exported variables only, and no files but those of the session. */
export function awsCommand({
  transport,
  wall,
}: Pick<SimulatedShellOptions, 'transport' | 'wall'>): CustomCommand {
  return defineCommand('aws', async (args, { fs, cwd, exportedEnv = {} }) => {
    // On demand: a session that never calls it does not load the service models behind it.
    const { aws } = await import('../../../aws-cli/index.ts');
    const readFile = (path: string) => fs.readFile(path).catch(() => undefined);
    return aws(args, { env: exportedEnv, cwd, readFile, transport, now: wall });
  });
}
