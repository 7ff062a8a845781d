import { type CustomCommand, defineCommand, type ExecResult } from 'just-bash';
import { ClockedFs } from '../clocked-fs.ts';
import { MOST_BYTES, parseSize, printedBytes } from './bytes.ts';
import { corrected, type FileAccess, type Original } from './corrected.ts';
import { failed, succeeded } from './exec-results.ts';
import { parseOptions } from './options.ts';

/** Commands of just-bash, made to print as coreutils' do. */
export const textCommands: CustomCommand[] = [
  corrected('uniq', uniq),
  corrected('head', head),
  corrected('tail', blaming),
  corrected('cat', blaming),
  corrected('wc', wc),
  corrected('paste', paste),
  defineCommand('yes', async (words) =>
    succeeded(`${words.length > 0 ? words.join(' ') : 'y'}\n`.repeat(MANY_LINES)),
  ),
];

/** Lines of `yes`, whose reader takes what it wants: commands of a pipe run one after the other here. */
const MANY_LINES = 10_000;

/** Knows letters in one word (`-sd,`), and reads standard input where no file is named. */
async function paste(args: string[], original: Original): Promise<ExecResult> {
  const options = parseOptions(args, {
    flags: ['s'],
    values: ['d'],
    same: { serial: 's', delimiters: 'd' },
  });
  if (typeof options === 'string') return original(args);
  const { flags, values, operands } = options;
  return original([
    ...(flags.has('s') ? ['-s'] : []),
    ...values.flatMap(([, delimiters]) => ['-d', delimiters]),
    ...(operands.length > 0 ? operands : ['-']),
  ]);
}

/** Counts in a column of seven. */
async function uniq(args: string[], original: Original): Promise<ExecResult> {
  const result = await original(args);
  if (!args.some((arg) => /^(?:-(?=\w*c)\w+|--count)$/.test(arg))) return result;
  const stdout = result.stdout.replace(/^ *(\d+) /gm, (_, count: string) => `${count.padStart(7)} `);
  return { ...result, stdout };
}

/** Messages for files that cannot be read, in the words of coreutils. */
async function blaming(args: string[], original: Original, { fs, cwd }: FileAccess): Promise<ExecResult> {
  const result = await original(args);
  if (result.stderr === '') return result;
  const stats = await Promise.all(
    args.map((arg) => fs.stat(fs.resolvePath(cwd, arg)).catch(() => undefined)),
  );
  const isFolder = (file: string): boolean => stats[args.indexOf(file)]?.isDirectory === true;
  const stderr = result.stderr.replace(
    /^(\w+): (.*): No such file or directory$/gm,
    (line, command: string, file: string) => {
      if (command === 'cat') return isFolder(file) ? `cat: ${file}: Is a directory` : line;
      if (isFolder(file)) return `${command}: error reading '${file}': Is a directory`;
      return `${command}: cannot open '${file}' for reading: No such file or directory`;
    },
  );
  return { ...result, stderr };
}

/** Knows `-n -COUNT` (all lines but the last ones), `-c 2M`, and devices without end. */
async function head(given: string[], justBash: Original, place: FileAccess): Promise<ExecResult> {
  const { fs, cwd } = place;
  const original = (args: string[]) => blaming(args, justBash, place);
  const { bytes, rest: operands } = byteCount(given);
  const [device, ...others] = operands.map((file) => fs.resolvePath(cwd, file));
  if (bytes !== undefined && device !== undefined && others.length === 0 && fs instanceof ClockedFs) {
    const read = fs.devices.read(device, Math.min(bytes, MOST_BYTES + 1));
    if (read && read.length > MOST_BYTES)
      return failed(`head: this shell reads at most ${MOST_BYTES} bytes of ${device}`);
    if (read) return printedBytes(read);
  }
  const args = bytes === undefined ? given : ['-c', String(bytes), ...operands];
  const { count, rest } = allBut(args);
  if (count === undefined) return original(args);
  if (rest.length > 1) return failed("head: this shell's head knows -n -COUNT for one file only");
  const result = await original(['-n', String(Number.MAX_SAFE_INTEGER), ...rest]);
  const lines = result.stdout.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return { ...result, stdout: lines.slice(0, Math.max(0, lines.length - count)).join('') };
}

/** `-c 2M FILE` -> its bytes, and the operands; without a plain count, no bytes. */
function byteCount(args: readonly string[]): { bytes?: number; rest: string[] } {
  const at = args.findIndex((arg) => /^(-c|--bytes)/.test(arg));
  const inline = /^(?:-c|--bytes=)(.+)$/.exec(args[at] ?? '')?.[1];
  const bytes = at < 0 ? undefined : parseSize(inline ?? args[at + 1] ?? '');
  if (bytes === undefined) return { rest: [...args] };
  const rest = [...args.slice(0, at), ...args.slice(at + (inline === undefined ? 2 : 1))];
  return { bytes, rest };
}

function allBut(args: readonly string[]): { count?: number; rest: string[] } {
  const at = args.findIndex((arg) => /^(-n|--lines)(=?-\d+)?$/.test(arg));
  const inline = /-(\d+)$/.exec(args[at]?.slice(2) ?? '');
  const apart = inline ? undefined : /^-(\d+)$/.exec(args[at + 1] ?? '');
  const count = at < 0 ? undefined : (inline ?? apart)?.[1];
  if (count === undefined) return { rest: [...args] };
  return { count: Number(count), rest: [...args.slice(0, at), ...args.slice(at + (inline ? 1 : 2))] };
}

/** Columns as wide as the files together are long. */
async function wc(args: string[], original: Original, { fs, cwd }: FileAccess): Promise<ExecResult> {
  const result = await original(args);
  const files = args.filter((arg) => !arg.startsWith('-'));
  if (files.length < 2) return result;
  const sizes = await Promise.all(
    files.map((file) =>
      fs.stat(fs.resolvePath(cwd, file)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const width = String(sizes.reduce((sum, size) => sum + size, 0)).length;
  const asked =
    new Set(
      args
        .filter((arg) => /^-[lwcm]+$/.test(arg))
        .join('')
        .replaceAll('-', ''),
    ).size || 3;
  const counts = new RegExp(`^(?: *\\d+){${asked}}(?= )`, 'gm');
  const stdout = result.stdout.replace(counts, (row) =>
    row
      .trim()
      .split(/ +/)
      .map((count) => count.padStart(width))
      .join(' '),
  );
  return { ...result, stdout };
}
