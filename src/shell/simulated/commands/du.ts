import { type CommandContext, defineCommand } from 'just-bash';
import { failed } from './exec-results.ts';
import { BLOCK } from './long-listing.ts';
import { parseOptions } from './options.ts';

const SPEC = {
  flags: ['s', 'h', 'b', 'k', 'm', 'c', 'a', 'apparent-size'],
  values: ['d'],
  same: { summarize: 's', 'human-readable': 'h', bytes: 'b', total: 'c', all: 'a', 'max-depth': 'd' },
};

/** du(1) of coreutils: sizes of files and folders, in blocks of 4 KiB or, with `-b`, in bytes. */
export const duCommand = defineCommand('du', async (args, context) => {
  const options = parseOptions(args, SPEC);
  if (typeof options === 'string') return failed(`du: ${options}\nTry 'du --help' for more information.`);
  const { flags, values, operands } = options;
  const isApparent = flags.has('b') || flags.has('apparent-size');
  const depth = flags.has('s') ? 0 : Number(values.at(-1)?.[1] ?? Number.POSITIVE_INFINITY);
  const lines: string[] = [];
  const problems: string[] = [];
  const shown = (size: number, name: string): number =>
    lines.push(
      `${flags.has('b') ? size : flags.has('h') ? human(size) : Math.ceil(size / (flags.has('m') ? 1024 ** 2 : 1024))}\t${name}\n`,
    );
  let total = 0;
  for (const name of operands.length > 0 ? operands : ['.']) {
    const size = await sizeBelow(name, 0);
    if (size === undefined) problems.push(`du: cannot access '${name}': No such file or directory\n`);
    total += size ?? 0;
  }
  if (flags.has('c')) shown(total, 'total');
  return { stdout: lines.join(''), stderr: problems.join(''), exitCode: problems.length > 0 ? 1 : 0 };

  async function sizeBelow(name: string, level: number): Promise<number | undefined> {
    const stat = await statOf(name, context);
    if (!stat) return undefined;
    let size = isApparent && !stat.isDirectory ? stat.size : blocks(stat.isDirectory ? BLOCK : stat.size);
    if (stat.isDirectory)
      for (const one of (await namesIn(name, context)).sort())
        size += (await sizeBelow(`${name.replace(/\/$/, '')}/${one}`, level + 1)) ?? 0;
    if (level <= depth && (stat.isDirectory || level === 0 || flags.has('a'))) shown(size, name);
    return size;
  }
});

const blocks = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;
const statOf = (name: string, { fs, cwd }: CommandContext) =>
  fs.lstat(fs.resolvePath(cwd, name)).catch(() => undefined);
const namesIn = (name: string, { fs, cwd }: CommandContext) => fs.readdir(fs.resolvePath(cwd, name));

/** `4.0K`, `12M`: coreutils rounds up. */
function human(size: number): string {
  if (size < 1024) return String(size);
  const power = Math.min(3, Math.floor(Math.log(size) / Math.log(1024)));
  const value = size / 1024 ** power;
  return `${value < 10 ? (Math.ceil(value * 10) / 10).toFixed(1) : Math.ceil(value)}${'KMG'[power - 1]}`;
}
