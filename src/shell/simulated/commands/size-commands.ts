import { type CommandContext, defineCommand, type ExecResult } from 'just-bash';
import { MOST_BYTES, parseSize, readInput, writeOutput } from './bytes.ts';
import { failed, succeeded } from './exec-results.ts';
import { lastValue, parseOptions } from './options.ts';

const HELP = (name: string): string => `Try '${name} --help' for more information.`;
const LETTERS: Readonly<Record<string, (size: number, by: number) => number>> = {
  '+': (size, by) => size + by,
  '-': (size, by) => Math.max(0, size - by),
  '<': Math.min,
  '>': Math.max,
  '/': (size, by) => Math.floor(size / by) * by,
  '%': (size, by) => Math.ceil(size / by) * by,
};

/** truncate(1) of coreutils: makes files as long as asked. */
const truncateCommand = defineCommand('truncate', async (args, context) => {
  const options = parseOptions(args, {
    flags: ['c'],
    values: ['s', 'r'],
    same: { size: 's', reference: 'r', 'no-create': 'c' },
  });
  if (typeof options === 'string') return failed(`truncate: ${options}\n${HELP('truncate')}`);
  const size = lastValue(options, 's');
  const reference = lastValue(options, 'r');
  if (size === undefined && reference === undefined)
    return failed(`truncate: you must specify either ‘--size’ or ‘--reference’\n${HELP('truncate')}`);
  if (options.operands.length === 0) return failed(`truncate: missing file operand\n${HELP('truncate')}`);
  const change = reference === undefined ? sizeChange(size ?? '') : await lengthOf(reference, context);
  if (typeof change === 'string') return failed(`truncate: ${change}`);
  const problems: string[] = [];
  for (const file of options.operands) {
    const problem = await resize(file, change, options.flags.has('c'), context);
    if (problem !== undefined) problems.push(`truncate: ${problem}\n`);
  }
  return { ...succeeded(''), stderr: problems.join(''), exitCode: problems.length > 0 ? 1 : 0 };
});

/** fallocate(1) of util-linux: a file of at least this length. */
const fallocateCommand = defineCommand('fallocate', async (args, context) => {
  const options = parseOptions(args, { flags: ['v'], values: ['l'], same: { length: 'l' } });
  const length = typeof options === 'string' ? undefined : parseSize(lastValue(options, 'l') ?? '');
  if (typeof options === 'string' || length === undefined || options.operands.length !== 1)
    return failed('fallocate: this shell knows `fallocate -l LENGTH FILE`');
  const problem = await resize(options.operands[0] ?? '', (size) => Math.max(size, length), false, context);
  return problem === undefined ? succeeded('') : failed(`fallocate: ${problem}`);
});

/** cmp(1) of diffutils, which tells the first difference. */
const cmpCommand = defineCommand('cmp', async (args, context): Promise<ExecResult> => {
  const options = parseOptions(args, { flags: ['s'], values: [], same: { silent: 's', quiet: 's' } });
  if (typeof options === 'string' || options.operands.length === 0)
    return failed('cmp: this shell knows `cmp [-s] FILE1 [FILE2]`', 2);
  const [left = '', right = '-'] = options.operands;
  const read = await Promise.all([readInput(left, context), readInput(right, context)]);
  for (const [index, one] of read.entries())
    if (typeof one === 'string') return failed(`cmp: ${[left, right][index]}: ${one}`, 2);
  const [a, b] = read as [Uint8Array, Uint8Array];
  const at = a.findIndex((byte, index) => byte !== b[index]);
  if (at < 0 && a.length === b.length) return succeeded('');
  const differs = at >= 0 && at < b.length;
  if (options.flags.has('s')) return { ...succeeded(''), exitCode: 1 };
  if (differs)
    return { ...succeeded(`${left} ${right} differ: byte ${at + 1}, line ${lineAt(a, at)}\n`), exitCode: 1 };
  const [shorter, end] = a.length < b.length ? [left, a] : [right, b];
  return failed(`cmp: EOF on ${shorter} ${whereEnds(end)}`);
});

export const sizeCommands = [truncateCommand, fallocateCommand, cmpCommand];

const NEWLINE = 10;
const lineAt = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(0, at).filter((byte) => byte === NEWLINE).length + 1;

function whereEnds(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'which is empty';
  const isWhole = bytes.at(-1) === NEWLINE;
  const line = lineAt(bytes, bytes.length) - (isWhole ? 1 : 0);
  return `after byte ${bytes.length}, ${isWhole ? 'line' : 'in line'} ${line}`;
}

function sizeChange(text: string): ((size: number) => number) | string {
  const [, letter = '', digits = ''] = /^([-+<>/%]?)(.*)$/.exec(text) ?? [];
  const by = parseSize(digits);
  if (by === undefined) return `Invalid number: ‘${text}’`;
  const change = LETTERS[letter];
  if ((letter === '/' || letter === '%') && by === 0) return 'division by zero';
  return (size) => (change ? change(size, by) : by);
}

async function lengthOf(file: string, context: CommandContext): Promise<(() => number) | string> {
  const bytes = await readInput(file, context);
  return typeof bytes === 'string' ? `cannot stat '${file}': ${bytes}` : () => bytes.length;
}

async function resize(
  file: string,
  change: (size: number) => number,
  keepsMissing: boolean,
  context: CommandContext,
): Promise<string | undefined> {
  const { fs, cwd } = context;
  const path = fs.resolvePath(cwd, file);
  const isThere = await fs.exists(path);
  if (!isThere && keepsMissing) return undefined;
  const old = isThere ? await readInput(file, context) : new Uint8Array();
  if (typeof old === 'string') return `cannot open '${file}' for writing: ${old}`;
  const size = change(old.length);
  if (size > MOST_BYTES) return `this shell's files have at most ${MOST_BYTES} bytes`;
  const content = new Uint8Array(size);
  content.set(old.subarray(0, size));
  const problem = await writeOutput(file, content, context);
  return problem && `cannot open '${file}' for writing: ${problem}`;
}
