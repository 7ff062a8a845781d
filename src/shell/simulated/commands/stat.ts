import { type CommandContext, defineCommand } from 'just-bash';
import { failed } from './exec-results.ts';
import { fileTime, modeText } from './long-listing.ts';
import { parseOptions } from './options.ts';

const SPEC = { flags: ['L'], values: ['c', 'printf'], same: { dereference: 'L', format: 'c' } };

/** stat(1) of coreutils, with a format. The long form of a machine, with device and inode, is refused: there are none. */
export const statCommand = (owner: string) =>
  defineCommand('stat', async (args, context) => {
    const options = parseOptions(args, SPEC);
    if (typeof options === 'string')
      return failed(`stat: ${options}\nTry 'stat --help' for more information.`);
    const [name, format] = options.values.at(-1) ?? [];
    if (options.operands.length === 0)
      return failed("stat: missing operand\nTry 'stat --help' for more information.");
    const output: string[] = [];
    const problems: string[] = [];
    for (const file of options.operands) {
      const facts = await factsOf(file, options.flags.has('L'), owner, context);
      if (!facts) problems.push(`stat: cannot statx '${file}': No such file or directory\n`);
      else if (format === undefined)
        problems.push(
          `stat: this shell knows \`stat -c FORMAT FILE\`: its files have no device and no inode\n`,
        );
      else output.push(filled(format, facts) + (name === 'c' ? '\n' : ''));
    }
    const stdout = name === 'printf' ? unescaped(output.join('')) : output.join('');
    return { stdout, stderr: problems.join(''), exitCode: problems.length > 0 ? 1 : 0 };
  });

type Facts = Readonly<Record<string, string>>;

async function factsOf(
  file: string,
  follows: boolean,
  owner: string,
  { fs, cwd }: CommandContext,
): Promise<Facts | undefined> {
  const path = fs.resolvePath(cwd, file);
  const stat = await (follows ? fs.stat(path) : fs.lstat(path)).catch(() => undefined);
  if (!stat) return undefined;
  const { size, mode, mtime, isDirectory, isSymbolicLink } = stat;
  const kind = isSymbolicLink
    ? 'symbolic link'
    : isDirectory
      ? 'directory'
      : size === 0
        ? 'regular empty file'
        : 'regular file';
  const target = isSymbolicLink ? await fs.readlink(path) : undefined;
  const permissions = mode & 0o7777;
  const time = fileTime(mtime);
  const seconds = String(Math.floor(mtime.getTime() / 1000));
  return {
    ...{
      n: file,
      N: target === undefined ? `'${file}'` : `'${file}' -> '${target}'`,
      F: kind,
      s: String(size),
    },
    ...{
      a: permissions.toString(8),
      A: modeText(stat),
    },
    ...{ U: owner, G: owner, u: '1000', g: '1000' },
    ...{ y: time, z: time, x: time, Y: seconds, Z: seconds, X: seconds, '%': '%' },
  };
}

/** Fills in a format; facts that this shell does not have are `?`, as in coreutils. */
const filled = (format: string, facts: Facts): string =>
  format.replace(/%(-?)(\d*)([a-zA-Z%])/g, (_, left: string, width: string, letter: string) => {
    const text = facts[letter] ?? '?';
    return left === '' ? text.padStart(Number(width)) : text.padEnd(Number(width));
  });

const unescaped = (text: string): string =>
  text.replace(/\\([nt\\])/g, (_, letter: string) => ({ n: '\n', t: '\t' })[letter] ?? letter);
