import type { Piece } from '../types.ts';
import type { ClockedFs } from './clocked-fs.ts';
import { WORN_BYTES } from './limits.ts';
import { PrintOrder } from './print-order.ts';
import { captured, type Statement } from './statements.ts';

const STDOUT = '/dev/.run/stdout';
const STDERR = '/dev/.run/stderr';

/** What the runs of a life print: caught in two files, each statement by itself, so that its place is known. */
export class Capture {
  readonly #files: ClockedFs;
  readonly #order = new PrintOrder();
  #printed = 0;

  constructor(files: ClockedFs) {
    this.#files = files;
    files.appended = (path) => this.#noteOrder(path);
  }

  /** The statements, caught; ends early after one that the interpreter did not come to. */
  *each(statements: Iterable<Statement>): Generator<Statement> {
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

  /** What was printed since it was last asked for, in order. */
  async take(): Promise<Piece[]> {
    const pieces = this.#order.take({
      stdout: await this.#empty(STDOUT),
      stderr: await this.#empty(STDERR),
    });
    this.#printed += pieces.reduce((sum, { text }) => sum + text.length, 0);
    return pieces;
  }

  /** Whether the life should end soon: the limit on output counts over all its runs. */
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
