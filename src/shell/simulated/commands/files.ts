import { type CustomCommand, defineCommand } from 'just-bash';
import { failed } from './answer.ts';

/** `touch` and `mkdir` of just-bash, made to say and do what coreutils' do. */
export function fileCommands(account: () => Date): CustomCommand[] {
  return [touch(account), mkdir];
}

/** Without a time of its own, `touch` takes the practice's. */
function touch(account: () => Date): CustomCommand {
  return defineCommand('touch', async (args, { origCommand, fs, cwd }) => {
    if (!origCommand) return failed('bash: touch: command not found', 127);
    const result = await origCommand(args);
    if (args.some((arg) => /^-\w*[dtr]|^--(date|reference)/.test(arg))) return result;
    for (const arg of args.filter((one) => !one.startsWith('-'))) {
      const path = fs.resolvePath(cwd, arg);
      if (await fs.exists(path)) await fs.utimes(path, account(), account());
    }
    return result;
  });
}

const mkdir = defineCommand('mkdir', async (args, { origCommand }) => {
  if (!origCommand) return failed('bash: mkdir: command not found', 127);
  const result = await origCommand(args);
  return {
    ...result,
    stderr: result.stderr.replace(/cannot create directory '(.*)':/g, 'cannot create directory ‘$1’:'),
  };
});
