import {
  Bash,
  type CustomCommand,
  defineCommand,
  type ExecResult,
  type ResolvedCommandContext,
} from 'just-bash';
import { truncateOutput } from '../truncate-output.ts';
import type { OutputChunk, ShellOutput } from '../types.ts';
import { Capture } from './capture.ts';
import type { ClockedFs } from './clocked-fs.ts';
import type { InterpreterState } from './interpreter-state.ts';
import { executionLimits, MAX_COMMANDS, TOO_MANY_COMMANDS } from './limits.ts';
import { finalOutput, named, streamsOf, withPieces } from './run-output.ts';
import { captured, type ParsedStatement, simpleCommand } from './shell-statements.ts';
import { type ChildEnvironments, createDeferred, statementSource } from './statement-source.ts';
import type { SimulatedShellOptions } from './types.ts';

const DECLARATIONS = '/dev/.run/declarations';
const NEXT = '__next_run';
const STATUS = '__last_status';

export interface InterpreterTurn {
  readonly statements: readonly ParsedStatement[];
  /** It may have declared something that is more than a string: kept for the case that a later run is stopped. */
  readonly declares: boolean;
  /** Initial `$?`, where it is not the status of the last turn. */
  readonly status?: number;
}

interface InterpreterOptions {
  readonly files: ClockedFs;
  readonly memory: InterpreterState;
  readonly commands: readonly CustomCommand[];
  readonly handed: ChildEnvironments;
  /** Statements that bring back what an earlier interpreter knew. */
  readonly restoration: readonly ParsedStatement[];
  readonly printed: SimulatedShellOptions['printed'];
}

/**
 * One run of the interpreter, from its start to its `exit` or stop.
 *
 * just-bash forgets all but files after each `exec()`. So a run is one single `exec()` whose statements are produced
 * while it runs: between two runs the command NEXT waits for the statements of the next one.
 */
export class InterpreterRun {
  /** Settles when the interpreter is gone. */
  readonly over: Promise<void>;
  isOver = false;
  readonly #files: ClockedFs;
  readonly #memory: InterpreterState;
  readonly #controller = new AbortController();
  readonly #capture: Capture;
  #turn: InterpreterTurn | undefined;
  #running = false;
  #offer = createDeferred<InterpreterTurn | undefined>();
  #settle: ((output: ShellOutput) => void) | undefined;
  #stopReason: string | undefined;
  #commandsRun = 0;
  #status = 0;

  constructor({ files, memory, commands, handed, restoration, printed }: InterpreterOptions) {
    this.#files = files;
    this.#capture = new Capture(files, (piece) => printed?.(this.#named(piece).text));
    this.#memory = memory;
    const bash = new Bash({
      fs: files,
      cwd: memory.cwd(),
      // No script here reaches JavaScript: the guard would only patch the host's globals, at five times the cost.
      defenseInDepth: false,
      executionLimits,
      customCommands: [
        ...commands,
        defineCommand(NEXT, (_args, context) => this.#next(context)),
        defineCommand(STATUS, () => this.#keepDeclarations()),
      ],
      coverage: { hit: (feature) => this.#count(feature) },
    });
    bash.registerTransformPlugin(statementSource(this.#feed(restoration), handed));
    this.over = this.#live(bash);
  }

  /** Runs the statements; never rejects. */
  async perform(turn: InterpreterTurn, timeoutMs: number | undefined): Promise<ShellOutput> {
    this.#commandsRun = 0;
    const done = new Promise<ShellOutput>((resolve) => {
      this.#settle = resolve;
    });
    const reason = `stopped after ${timeoutMs} ms: it took longer than its time-out`;
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => this.stop(reason), timeoutMs);
    this.#offer.accept(turn);
    try {
      return await done;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends this run, in the middle of a turn or between two. */
  stop(reason: string): void {
    this.#stopReason ??= reason;
    this.#controller.abort();
    this.#offer.accept(undefined);
  }

  /** The statements of this run, produced one by one as the interpreter asks for them. */
  *#feed(restoration: readonly ParsedStatement[]): Generator<ParsedStatement> {
    yield* restoration;
    for (;;) {
      const before = this.#turn;
      this.#turn = undefined;
      yield simpleCommand(NEXT);
      // `set -n` makes the interpreter skip every command, NEXT too: without this it would spin for ever.
      const turn = this.#turn as InterpreterTurn | undefined;
      if (!turn) return;
      if (before?.declares) {
        yield captured([simpleCommand('declare', '-p')], DECLARATIONS, '/dev/null');
        yield simpleCommand(STATUS);
      }
      yield* this.#capture.each(turn.statements);
    }
  }

  /** Ends a run, then waits for the next one; `$?` stays what it was, unless the next one says otherwise. */
  async #next(context: ResolvedCommandContext): Promise<ExecResult> {
    this.#status = Number(context.env.get('?') ?? 0);
    this.#memory.remember(context);
    if (this.#running) {
      const pieces = this.#captured();
      this.#finish({ ...streamsOf(pieces), exitCode: this.#status, ...withPieces(pieces) });
    }
    this.#turn = await this.#offer.promise;
    this.#running = this.#turn !== undefined;
    this.#status = this.#turn?.status ?? this.#status;
    this.#offer = createDeferred();
    return silent(this.#status);
  }

  async #keepDeclarations(): Promise<ExecResult> {
    this.#memory.rememberDeclarations(await this.#files.readFile(DECLARATIONS));
    return silent(this.#status);
  }

  async #live(bash: Bash): Promise<void> {
    const result = await bash
      .exec(':', { rawScript: true, signal: this.#controller.signal })
      .catch((error: unknown) => ({ stdout: '', stderr: `bash: ${String(error)}\n`, exitCode: 1 }));
    this.isOver = true;
    if (!this.#settle) return;
    const { stdout, stderr } = result;
    const rest: OutputChunk[] = [
      { stream: 'stdout', text: stdout },
      { stream: 'stderr', text: stderr },
    ];
    this.#finish(finalOutput(this.#stopReason, [...this.#captured(), ...rest], result.exitCode));
  }

  /**
   * just-bash names what it does before it does it; awk, sed and jq have limits of their own. Groups do not count: output
   * is caught in groups of our own, and each holds other commands.
   */
  #count(feature: string): void {
    if (feature.startsWith('bash:cmd:') && feature !== 'bash:cmd:Group') this.#commandsRun += 1;
    if (this.#commandsRun > MAX_COMMANDS) this.stop(TOO_MANY_COMMANDS);
  }

  /** True where this interpreter should be replaced soon. */
  get shouldRecycle(): boolean {
    return this.#capture.isWorn;
  }

  #captured(): OutputChunk[] {
    return this.#capture.take().map((piece) => this.#named(piece));
  }

  #named(piece: OutputChunk): OutputChunk {
    return piece.stream === 'stderr' ? { ...piece, text: named(piece.text, this.#memory.cwd()) } : piece;
  }

  #finish(output: ShellOutput): void {
    this.#settle?.(truncateOutput(output));
    this.#settle = undefined;
    this.#running = false;
  }
}

function silent(exitCode: number): ExecResult {
  return { stdout: '', stderr: '', exitCode };
}
