import { type CustomCommand, defineCommand, type IFileSystem } from 'just-bash';
import type { AwsFiles, AwsHost, AwsOutput } from '../../../aws/cli/types.ts';
import type { SimulatedShellOptions } from '../types.ts';
import { stdinBytes, toLatin1 } from './bytes.ts';
import { letPass } from './time-commands.ts';

/** `aws`, the built-in one unless another is given: it sees exported variables only, and no files but the session's. */
export function awsCommand({
  aws: given,
  transport,
  wall,
  account,
  elapse,
}: Pick<SimulatedShellOptions, 'aws' | 'transport' | 'wall' | 'account' | 'elapse'>): CustomCommand {
  return defineCommand('aws', async (args, { fs, cwd, stdin, exportedEnv = {} }) => {
    const host: AwsHost = {
      ...{ env: exportedEnv, cwd, files: awsFiles(fs), transport, now: wall, accountNow: account },
      // A mark of byte order counts, as in Python.
      readFile: (path) => fs.readFileBuffer(path).then(decoded, () => undefined),
      stdin: stdinBytes({ stdin }),
      sleep: (milliseconds) => letPass(elapse, milliseconds),
    };
    const { bytes, ...output } = await (given ? given(args, host, builtIn) : builtIn(args, host));
    if (!bytes) return output;
    return { ...output, stdout: toLatin1(bytes), stdoutKind: 'bytes' };
  });
}

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** On demand: a session that never calls it does not load the service models behind it. */
async function builtIn(args: readonly string[], host: AwsHost): Promise<AwsOutput> {
  return (await import(/* webpackChunkName: "practice" */ '../../../aws/cli/index.ts')).aws(args, host);
}

/** The session's files as the built-in `aws` takes them. */
function awsFiles(fs: IFileSystem): AwsFiles {
  return {
    read: (path) => fs.readFileBuffer(path).catch(() => undefined),
    async stat(path) {
      const found = await fs.stat(path).catch(() => undefined);
      if (!found) return undefined;
      const isDevice = path.startsWith('/dev/') || !found.isFile;
      const kind = found.isDirectory ? 'folder' : isDevice ? 'special' : 'file';
      return { kind, size: found.size, modified: found.mtime };
    },
    isLink: (path) =>
      fs.lstat(path).then(
        ({ isSymbolicLink }) => isSymbolicLink,
        () => false,
      ),
    list: (folder) => fs.readdir(folder),
    async write(path, content, { secret = false } = {}) {
      // The session's files lose their mode when they are written.
      const before = await fs.stat(path).catch(() => undefined);
      const mode = before?.mode ?? (secret ? 0o600 : undefined);
      await fs.writeFile(path, content);
      if (mode !== undefined) await fs.chmod(path, mode);
    },
    makeFolder: (path) => fs.mkdir(path, { recursive: true }),
    remove: (path) => fs.rm(path),
    setModified: (path, time) => fs.utimes(path, time, time),
  };
}
