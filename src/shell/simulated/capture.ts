import type { OutputChunk } from '../types.ts';
import type { ClockedFs } from './clocked-fs.ts';
import { WORN_BYTES } from './limits.ts';
import { PrintOrder } from './run-output.ts';
import { captured, type ParsedStatement } from './shell-statements.ts';

const STDOUT = '/dev/.run/stdout';
const STDERR = '/dev/.run/stderr';

/** Output of an interpreter's runs: caught in two files, each statement by itself, so that its position is known. */
export class Capture {
  readonly #files: ClockedFs;
  readonly #order = new PrintOrder();
  #printed = 0;

  constructor(files: ClockedFs) {
    this.#files = files;
    files.appended = (path) => this.#noteOrder(path);
  }

  /** The statements, caught; ends early after one that the interpreter did not come to. */
  *each(statements: Iterable<ParsedStatement>): Generator<ParsedStatement> {
    for (const one of statements) {
      let isReached = false;
      yield captured(
        (function* () {
          yield one;
          isReached = true;
        })(),
        STDOUT,
        STDERR,
      );
      if (!isReached) return;
    }
  }

  /** Returns the output since the last call, in order. */
  async take(): Promise<OutputChunk[]> {
    const pieces = this.#order.take({
      stdout: await this.#empty(STDOUT),
      stderr: await this.#empty(STDERR),
    });
    this.#printed += pieces.reduce((sum, { text }) => sum + text.length, 0);
    return pieces;
  }

  /** True where the interpreter should be replaced soon: the limit on output counts over all its runs. */
  get isWorn(): boolean {
    return this.#printed > WORN_BYTES;
  }

  async #noteOrder(path: string): Promise<void> {
    if (path !== STDOUT && path !== STDERR) return;
    const { length } = await this.#files.readFile(path);
    this.#order.note(path === STDOUT ? 'stdout' : 'stderr', length);
  }

  async #empty(path: string): Promise<string> {
    const text = await this.#files.readFile(path).catch(() => '');
    if (text !== '') this.#files.writeFileSync(path, '');
    return text;
  }
}
