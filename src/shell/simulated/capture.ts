import type { OutputChunk } from '../types.ts';
import type { ClockedFs } from './clocked-fs.ts';
import { WORN_BYTES } from './limits.ts';
import { captured, type ParsedStatement } from './shell-statements.ts';

const STDOUT = '/dev/.run/stdout';
const STDERR = '/dev/.run/stderr';

/**
 * Output of an interpreter's runs: caught on two paths, each statement by itself, so that its position is known. No file
 * keeps it, which a long loop would write anew with each of its statements.
 */
export class Capture {
  readonly #heard: ((piece: OutputChunk) => void) | undefined;
  /** A character may be printed in parts. */
  readonly #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  #pieces: OutputChunk[] = [];
  #printed = 0;

  /** @param heard hears what is printed, as it comes */
  constructor(files: ClockedFs, heard?: (piece: OutputChunk) => void) {
    this.#heard = heard;
    files.listeners = new Map([
      [STDOUT, (bytes) => this.#add('stdout', bytes)],
      [STDERR, (bytes) => this.#add('stderr', bytes)],
    ]);
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
  take(): OutputChunk[] {
    for (const stream of ['stdout', 'stderr'] as const) this.#add(stream);
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#printed += pieces.reduce((sum, { text }) => sum + text.length, 0);
    return pieces;
  }

  /** True where the interpreter should be replaced soon: the limit on output counts over all its runs. */
  get isWorn(): boolean {
    return this.#printed > WORN_BYTES;
  }

  /** Adds what was printed; without bytes, what is left of a character that never came to its end. */
  #add(stream: OutputChunk['stream'], bytes?: Uint8Array): void {
    const text = this.#decoders[stream].decode(bytes, { stream: bytes !== undefined });
    if (text === '') return;
    const last = this.#pieces.at(-1);
    if (last?.stream === stream) this.#pieces.splice(-1, 1, { stream, text: last.text + text });
    else this.#pieces.push({ stream, text });
    this.#heard?.({ stream, text });
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
