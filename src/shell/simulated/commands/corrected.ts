import { type CommandContext, type CustomCommand, defineCommand, type ExecResult } from 'just-bash';
import { failed } from './exec-results.ts';

export type Original = (args: string[]) => Promise<ExecResult>;
export type FileAccess = Pick<CommandContext, 'fs' | 'cwd' | 'stdin'>;

/** A command of just-bash that is run in another way; `original` is just-bash's. */
export function corrected(
  name: string,
  run: (args: string[], original: Original, place: FileAccess) => Promise<ExecResult>,
): CustomCommand {
  return defineCommand(name, async (args, { origCommand, fs, cwd, stdin }) =>
    origCommand
      ? run(args, origCommand, { fs, cwd, stdin })
      : failed(`bash: ${name}: command not found`, 127),
  );
}
