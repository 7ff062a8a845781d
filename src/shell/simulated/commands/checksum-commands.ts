import { type CommandContext, type CustomCommand, defineCommand, type ExecResult } from 'just-bash';
import { readInput, toHex } from './bytes.ts';
import type { digests } from './digests.ts';
import { failed } from './exec-results.ts';
import { type ParsedOptions, parseOptions } from './options.ts';

type Algorithm = keyof typeof digests;

const ROW = /^([0-9a-fA-F]+) [ *](.+)$/gm;
const UNREAD = 'FAILED open or read';

const SPEC = {
  flags: ['c', 'b', 't', 'status', 'quiet', 'strict', 'w', 'ignore-missing'],
  values: [],
  same: { check: 'c', binary: 'b', text: 't', warn: 'w' },
};

/** md5sum(1), sha256sum(1) and the like, of coreutils: digests of files, and their check with `-c`. */
export const checksumCommands: CustomCommand[] = (
  ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] satisfies Algorithm[]
).map((algorithm) => {
  const name = `${algorithm}sum`;
  return defineCommand(name, async (args, context) => {
    const options = parseOptions(args, SPEC);
    if (typeof options === 'string')
      return failed(`${name}: ${options}\nTry '${name} --help' for more information.`);
    const { digests } = await import(/* webpackChunkName: "shell-tools" */ './digests.ts');
    const sums = new Sums(name, digests[algorithm], options, context);
    const files = options.operands.length > 0 ? options.operands : ['-'];
    return options.flags.has('c') ? sums.check(files) : sums.print(files);
  });
});

class Sums {
  readonly #name: string;
  readonly #hash: (bytes: Uint8Array) => Uint8Array;
  readonly #options: ParsedOptions;
  readonly #context: CommandContext;
  #stdout = '';
  #stderr = '';
  #isWrong = false;

  constructor(
    name: string,
    hash: (bytes: Uint8Array) => Uint8Array,
    options: ParsedOptions,
    context: CommandContext,
  ) {
    this.#name = name;
    this.#hash = hash;
    this.#options = options;
    this.#context = context;
  }

  async print(files: readonly string[]): Promise<ExecResult> {
    for (const file of files) {
      const sum = await this.#sumOf(file);
      if (sum !== undefined) this.#stdout += `${sum} ${this.#options.flags.has('b') ? '*' : ' '}${file}\n`;
    }
    return this.#result();
  }

  async check(lists: readonly string[]): Promise<ExecResult> {
    for (const list of lists) {
      const bytes = await readInput(list, this.#context);
      if (typeof bytes === 'string') this.#complain(`${list}: ${bytes}`);
      else await this.#checkList(list === '-' ? 'standard input' : list, new TextDecoder().decode(bytes));
    }
    return this.#result();
  }

  async #checkList(list: string, text: string): Promise<void> {
    const length = this.#hash(new Uint8Array()).length * 2;
    const rows = [...text.matchAll(ROW)].filter(([, sum]) => sum?.length === length);
    if (rows.length === 0) return this.#complain(`${list}: no properly formatted checksum lines found`);
    const verdicts: string[] = [];
    for (const [, expected = '', file = ''] of rows) {
      const sum = await this.#sumOf(file);
      const isRight = sum === expected.toLowerCase();
      const verdict = sum === undefined ? UNREAD : isRight ? 'OK' : 'FAILED';
      verdicts.push(verdict);
      if (!this.#has('status') && !(isRight && this.#has('quiet'))) this.#stdout += `${file}: ${verdict}\n`;
    }
    const count = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
    this.#warn(count(UNREAD), 'listed file', 'could not be read');
    this.#warn(count('FAILED'), 'computed checksum', 'did NOT match');
  }

  async #sumOf(file: string): Promise<string | undefined> {
    const bytes = await readInput(file, this.#context);
    if (typeof bytes !== 'string') return toHex(this.#hash(bytes));
    this.#complain(`${file}: ${bytes}`);
    return undefined;
  }

  #has(flag: string): boolean {
    return this.#options.flags.has(flag);
  }

  #warn(count: number, noun: string, problem: string): void {
    if (count === 0) return;
    this.#isWrong = true;
    if (!this.#has('status'))
      this.#stderr += `${this.#name}: WARNING: ${count} ${noun}${count > 1 ? 's' : ''} ${problem}\n`;
  }

  #complain(text: string): void {
    this.#isWrong = true;
    this.#stderr += `${this.#name}: ${text}\n`;
  }

  #result(): ExecResult {
    return { stdout: this.#stdout, stderr: this.#stderr, exitCode: this.#isWrong ? 1 : 0 };
  }
}
