import type { OutputChunk } from '../types.ts';
import type { ClockedFs } from './clocked-fs.ts';
import { WORN_BYTES } from './limits.ts';
import { PrintOrder } from './run-output.ts';
import { captured, type ParsedStatement } from './shell-statements.ts';

const STDOUT = '/dev/.run/stdout';
const STDERR = '/dev/.run/stderr';
const FILES = { stdout: STDOUT, stderr: STDERR };

/** Output of an interpreter's runs: caught in two files, each statement by itself, so that its position is known. */
export class Capture {
  readonly #files: ClockedFs;
  readonly #order = new PrintOrder();
  #printed = 0;
  /** The one that was printed on last in this run. */
  #stream: OutputChunk['stream'] | undefined;

  /** @param printed hears what is printed, as it comes */
  constructor(files: ClockedFs, printed?: (piece: OutputChunk) => void) {
    this.#files = files;
    files.appended = async (path, text) => {
      const stream = path === STDOUT ? 'stdout' : path === STDERR ? 'stderr' : undefined;
      if (!stream || text === '') return;
      await this.#noteOrder(stream);
      printed?.({ stream, text });
    };
  }

  /** The statements, caught; ends early after one that the interpreter did not come to. */
  *each(statements: Iterable<ParsedStatement>): Generator<ParsedStatement> {
    for (const one of statements) {
      let isReached = false;
      yield captured(
        (function* () {
          yield inTurns(one);
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
    if (this.#stream !== undefined) this.#order.note(this.#stream, Number.POSITIVE_INFINITY);
    this.#stream = undefined;
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

  /** Only where the stream changes: a long loop that prints on one stream is not read again and again. */
  async #noteOrder(stream: OutputChunk['stream']): Promise<void> {
    const before = this.#stream;
    this.#stream = stream;
    if (before === undefined || before === stream) return;
    const { length } = await this.#files.readFile(FILES[before]);
    this.#order.note(before, length);
  }

  async #empty(path: string): Promise<string> {
    const text = await this.#files.readFile(path).catch(() => '');
    if (text !== '') this.#files.writeFileSync(path, '');
    return text;
  }
}

/** A loop whose statements print each by itself, round by round: else all of it is printed at its end. */
function inTurns(statement: ParsedStatement): ParsedStatement {
  const { pipelines, background } = statement;
  const [pipeline] = pipelines;
  const [command] = pipeline?.commands ?? [];
  if (pipelines.length !== 1 || !pipeline || pipeline.commands.length !== 1 || background) return statement;
  if (!command || !isLoop(command) || command.redirections.length > 0) return statement;
  const body = command.body.map((one) => captured([inTurns(one)], STDOUT, STDERR));
  return { ...statement, pipelines: [{ ...pipeline, commands: [{ ...command, body }] }] };
}

type Command = ParsedStatement['pipelines'][number]['commands'][number];
type Loop = Extract<Command, { type: 'For' | 'CStyleFor' | 'While' | 'Until' }>;

const isLoop = (command: Command): command is Loop =>
  ['For', 'CStyleFor', 'While', 'Until'].includes(command.type);
