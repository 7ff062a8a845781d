import { getCommandNames, type IFileSystem } from 'just-bash';
import { effectiveConfig } from '../../aws/cli/index.ts';
import type { AwsHost } from '../../aws/cli/types.ts';
import type { InterpreterState } from './interpreter-state.ts';
import type { SessionView, SimulatedShellOptions } from './types.ts';

const BUILTINS =
  '[ alias bg break builtin cd command compgen continue declare dirs eval exec exit export fg getopts hash history jobs let local mapfile popd printf pushd pwd read readarray readonly return set shift shopt source test trap type typeset umask unalias unset wait'.split(
    ' ',
  );

/** Creates the view of a session between two runs. */
export function sessionViewOf(
  memory: InterpreterState,
  fs: IFileSystem,
  { transport, wall, account }: SimulatedShellOptions,
): SessionView {
  const own = new Set([...BUILTINS, ...getCommandNames(), 'aws', 'date', 'mktemp']);
  const names = () => memory.names();
  const host = (): AwsHost => ({
    ...{ env: memory.exported(), cwd: memory.cwd(), transport, now: wall, accountNow: account },
    readFile: (path) => fs.readFile(path).catch(() => undefined),
  });
  return {
    host,
    effectiveConfig: () => effectiveConfig(host()),
    variables: () => names().variables,
    commands: () => [...new Set([...own, ...names().functions])].sort(),
    list: async (folder) => {
      const entries = await fs.readdirWithFileTypes?.(folder).catch(() => []);
      return (entries ?? []).map(({ name, isDirectory }) => ({ name, isFolder: isDirectory }));
    },
  };
}
