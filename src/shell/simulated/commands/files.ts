import { type CustomCommand, defineCommand } from 'just-bash';
import { failed } from './answer.ts';

/** `ls`, `touch` and `mkdir` of just-bash, made to say and do what coreutils' do. */
export function fileCommands(userName: string, account: () => Date): CustomCommand[] {
  return [ls(userName), touch(account), mkdir];
}

function ls(userName: string): CustomCommand {
  return defineCommand('ls', async (args, { origCommand }) => {
    if (!origCommand) return failed('bash: ls: command not found', 127);
    const result = await origCommand(args);
    const long = args.some((arg) => /^-\w*l/.test(arg));
    return {
      ...result,
      stdout: long ? ownedBy(userName, result.stdout, args) : result.stdout,
      stderr: result.stderr.replace(
        /^ls: (?!cannot)(.*): (No such file or directory)$/gm,
        "ls: cannot access '$1': $2",
      ),
    };
  });
}

/** just-bash calls everybody `user`, and ends a folder's name with a slash even without `-F` or `-p`. */
function ownedBy(userName: string, listing: string, args: readonly string[]): string {
  const owned = listing.replace(/^([-dl][-rwx]{9} +\d+ )user user /gm, `$1${userName} ${userName} `);
  return args.some((arg) => /^-\w*[Fp]/.test(arg)) ? owned : owned.replace(/^(d.*)\/$/gm, '$1');
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
