import { type CommandContext, defineCommand, type ExecResult } from 'just-bash';
import { readInput } from './bytes.ts';
import { normalDiff, unifiedDiff } from './diff-formats.ts';
import { failed, succeeded } from './exec-results.ts';
import { fileTime } from './long-listing.ts';
import { type ParsedOptions, parseOptions } from './options.ts';

const SPEC = {
  flags: ['u', 'q', 's', 'i', 'w', 'b', 'B', 'r', 'N', 'a', 'normal', 'strip-trailing-cr'],
  values: ['U', 'unified?', 'color?', 'label', 'L'],
  same: {
    brief: 'q',
    'report-identical-files': 's',
    'ignore-case': 'i',
    'ignore-all-space': 'w',
    'ignore-space-change': 'b',
    'ignore-blank-lines': 'B',
    recursive: 'r',
    'new-file': 'N',
    text: 'a',
  },
};
const TROUBLE = 2;

/** diff(1) of diffutils: normal and unified output, of files and of folders. Side by side and contexts are refused. */
export const diffCommand = defineCommand('diff', async (args, context) => {
  const options = parseOptions(args, SPEC);
  if (typeof options === 'string')
    return failed(`diff: ${options}\ndiff: Try 'diff --help' for more information.`, TROUBLE);
  const [left, right, extra] = options.operands;
  const help = "diff: Try 'diff --help' for more information.";
  if (left === undefined || right === undefined)
    return failed(`diff: missing operand after '${left ?? 'diff'}'\n${help}`, TROUBLE);
  if (extra !== undefined) return failed(`diff: extra operand '${extra}'\n${help}`, TROUBLE);
  const comparison = new Comparison(options, args, context);
  return comparison.of(left, right, { isBelow: false });
});

class Comparison {
  readonly #options: ParsedOptions;
  readonly #args: readonly string[];
  readonly #context: CommandContext;

  constructor(options: ParsedOptions, args: readonly string[], context: CommandContext) {
    this.#options = options;
    this.#args = args.filter((arg) => !options.operands.includes(arg));
    this.#context = context;
  }

  async of(left: string, right: string, { isBelow }: { isBelow: boolean }): Promise<ExecResult> {
    const [leftIsFolder, rightIsFolder] = await Promise.all([this.#isFolder(left), this.#isFolder(right)]);
    if (leftIsFolder && rightIsFolder) {
      if (isBelow && !this.#has('r')) return succeeded(`Common subdirectories: ${left} and ${right}\n`);
      return this.#folders(left, right);
    }
    if (leftIsFolder) return this.of(`${left}/${nameOf(right)}`, right, { isBelow });
    if (rightIsFolder) return this.of(left, `${right}/${nameOf(left)}`, { isBelow });
    return this.#files(left, right, isBelow);
  }

  async #folders(left: string, right: string): Promise<ExecResult> {
    const [mine, theirs] = await Promise.all([this.#names(left), this.#names(right)]);
    const results: ExecResult[] = [];
    for (const name of [...new Set([...mine, ...theirs])].sort()) {
      const [a, b] = [`${left}/${name}`, `${right}/${name}`];
      if (mine.includes(name) && theirs.includes(name)) results.push(await this.of(a, b, { isBelow: true }));
      else
        results.push({
          ...succeeded(`Only in ${mine.includes(name) ? left : right}: ${name}\n`),
          exitCode: 1,
        });
    }
    return {
      stdout: results.map(({ stdout }) => stdout).join(''),
      stderr: results.map(({ stderr }) => stderr).join(''),
      exitCode: Math.max(0, ...results.map(({ exitCode }) => exitCode)),
    };
  }

  async #files(left: string, right: string, isBelow: boolean): Promise<ExecResult> {
    const read = await Promise.all([readInput(left, this.#context), readInput(right, this.#context)]);
    const missing = read.flatMap((one, index) =>
      typeof one === 'string' ? [`diff: ${[left, right][index]}: ${one}\n`] : [],
    );
    if (missing.length > 0) return { stdout: '', stderr: missing.join(''), exitCode: TROUBLE };
    const [a, b] = read.map((one) => new TextDecoder().decode(one as Uint8Array)) as [string, string];
    const { lineChanges } = await import(/* webpackChunkName: "shell-tools" */ './line-changes.ts');
    const changes = lineChanges(linesOf(a), linesOf(b), (line) => this.#keyOf(line)).filter(
      ({ from, to }) => !this.#has('B') || [...from, ...to].some((line) => line.trim() !== ''),
    );
    if (changes.length === 0)
      return succeeded(this.#has('s') ? `Files ${left} and ${right} are identical\n` : '');
    if (this.#has('q')) return { ...succeeded(`Files ${left} and ${right} differ\n`), exitCode: 1 };
    if (!this.#has('a') && (a + b).includes('\0'))
      return { ...succeeded(`Binary files ${left} and ${right} differ\n`), exitCode: TROUBLE };
    const lines = this.#contextLines();
    const body =
      lines === undefined
        ? normalDiff(changes)
        : unifiedDiff(changes, linesOf(a), lines, await this.#headers(left, right));
    const head = isBelow ? `diff ${[...this.#args, left, right].join(' ')}\n` : '';
    return { ...succeeded(head + body), exitCode: 1 };
  }

  #has(flag: string): boolean {
    return this.#options.flags.has(flag);
  }

  /** Lines around a change in unified output; undefined where the output is normal. */
  #contextLines(): number | undefined {
    const given = this.#options.values.findLast(([name]) => name === 'U' || name === 'unified')?.[1];
    if (given !== undefined) return given === '' ? 3 : Number(given);
    return this.#has('u') ? 3 : undefined;
  }

  #keyOf(line: string): string {
    let key = line;
    if (this.#has('strip-trailing-cr')) key = key.replace(/\r(?=\n?$)/, '');
    if (this.#has('w')) key = key.replace(/[ \t\r\v\f]+/g, '');
    else if (this.#has('b')) key = key.replace(/[ \t\r\v\f]+(?=\n?$)/, '').replace(/[ \t\r\v\f]+/g, ' ');
    return this.#has('i') ? key.toLowerCase() : key;
  }

  async #headers(left: string, right: string): Promise<[string, string]> {
    const labels = this.#options.values
      .filter(([name]) => name === 'label' || name === 'L')
      .map(([, text]) => text);
    return [labels[0] ?? (await this.#dated(left)), labels[1] ?? (await this.#dated(right))];
  }

  async #dated(file: string): Promise<string> {
    const stat = await this.#stat(file);
    return `${file}\t${fileTime(stat?.mtime ?? new Date(0))}`;
  }

  #stat(file: string) {
    const { fs, cwd } = this.#context;
    return fs.stat(fs.resolvePath(cwd, file)).catch(() => undefined);
  }

  async #isFolder(file: string): Promise<boolean> {
    return file !== '-' && (await this.#stat(file))?.isDirectory === true;
  }

  #names(folder: string): Promise<string[]> {
    const { fs, cwd } = this.#context;
    return fs.readdir(fs.resolvePath(cwd, folder));
  }
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Lines with their ends: the last one may have none. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
