import { getCommandNames, type IFileSystem } from 'just-bash';
import { effectiveConfig } from '../../aws/cli/index.ts';
import type { AwsHost } from '../../aws/cli/types.ts';
import type { RunOptions, ShellOutput, ShellState } from '../types.ts';
import { type Repaired, repair } from './bash-compat.ts';
import { ClockedFs } from './clocked-fs.ts';
import { commandsOf } from './commands/index.ts';
import { InterpreterRun } from './interpreter-run.ts';
import { createInterpreterState, type InterpreterState } from './interpreter-state.ts';
import { createParser, isUnfinished } from './simulated-syntax.ts';
import type { ChildEnvironments } from './statement-source.ts';
import type { SessionView, SimulatedShell, SimulatedShellOptions } from './types.ts';

const CLOSED = 'the session is closed';
/** Exit code of bash for a script that it cannot parse. */
const SYNTAX_ERROR = 2;

/** Runs scripts one after the other in one interpreter, and begins another where one ended. */
export class SimulatedSession implements SimulatedShell {
  readonly view: SessionView;
  readonly state: ShellState;
  readonly #options: SimulatedShellOptions;
  readonly #files: ClockedFs;
  readonly #memory: InterpreterState;
  readonly #parse = createParser();
  #interpreter: InterpreterRun | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;
  /** Current `$?`, where no interpreter knows it. */
  #status: number | undefined;

  constructor(options: SimulatedShellOptions) {
    this.#options = options;
    this.#files = new ClockedFs(options);
    this.#memory = createInterpreterState({ HOME: options.home, ...options.env }, options.cwd, this.#parse);
    this.view = sessionViewOf(this.#memory, this.#files, options);
    this.state = {
      variables: async () => this.#memory.values(),
      readFile: (path) =>
        this.#files.readFile(this.#files.resolvePath(this.#memory.cwd(), path)).catch(() => undefined),
    };
  }

  run(script: string, options: RunOptions = {}): Promise<ShellOutput> {
    const output = this.#last.then(() => this.#perform(script, options));
    this.#last = output;
    return output;
  }

  isUnfinished(script: string): Promise<boolean> {
    const answer = this.#last.then(() => isUnfinished(script, this.#parse));
    this.#last = answer;
    return answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#interpreter?.stop(CLOSED);
    await this.#last;
    await this.#end(CLOSED);
  }

  async #perform(script: string, { timeoutMs }: RunOptions): Promise<ShellOutput> {
    if (this.#closed) return { stdout: '', stderr: '', exitCode: 1, stopped: CLOSED };
    const parsed = await this.#parse(script);
    if ('message' in parsed) {
      this.#status = SYNTAX_ERROR;
      return { stdout: '', stderr: parsed.message, exitCode: SYNTAX_ERROR };
    }
    let repaired: Repaired;
    try {
      repaired = repair(parsed.statements);
    } catch (error) {
      this.#status = SYNTAX_ERROR;
      return { stdout: '', stderr: `bash: ${(error as Error).message}\n`, exitCode: SYNTAX_ERROR };
    }
    const { statements, functions, declares } = repaired;
    if (statements.length === 0) return { stdout: '', stderr: '', exitCode: 0 };
    this.#interpreter ??= await this.#begin();
    const output = await this.#interpreter.perform({ statements, declares, status: this.#status }, timeoutMs);
    this.#status = undefined;
    if (!this.#interpreter.isOver) this.#memory.learn(functions);
    else if (output.ended) this.#memory.forgetAllButExported();
    if (this.#interpreter.isOver || this.#interpreter.shouldRecycle) await this.#end('renewed');
    return output;
  }

  async #begin(): Promise<InterpreterRun> {
    const handed: ChildEnvironments = [];
    return new InterpreterRun({
      files: this.#files,
      memory: this.#memory,
      commands: commandsOf(this.#options, handed),
      handed,
      restoration: await this.#memory.restoration(),
      printed: this.#options.printed,
    });
  }

  async #end(reason: string): Promise<void> {
    this.#interpreter?.stop(reason);
    await this.#interpreter?.over;
    this.#interpreter = undefined;
  }
}

const BUILTINS =
  '[ alias bg break builtin cd command compgen continue declare dirs eval exec exit export fg getopts hash history jobs let local mapfile popd printf pushd pwd read readarray readonly return set shift shopt source test trap type typeset umask unalias unset wait'.split(
    ' ',
  );

/** Creates the view of a session between two runs. */
export function sessionViewOf(
  memory: InterpreterState,
  fs: IFileSystem,
  { transport, wall, account }: SimulatedShellOptions,
): SessionView {
  const own = new Set([...BUILTINS, ...getCommandNames(), 'aws', 'date', 'mktemp']);
  const names = () => memory.names();
  const host = (): AwsHost => ({
    ...{ env: memory.exported(), cwd: memory.cwd(), transport, now: wall, accountNow: account },
    readFile: (path) => fs.readFile(path).catch(() => undefined),
  });
  return {
    host,
    effectiveConfig: () => effectiveConfig(host()),
    variables: () => names().variables,
    commands: () => [...new Set([...own, ...names().functions])].sort(),
    list: async (folder) => {
      const entries = await fs.readdirWithFileTypes?.(folder).catch(() => []);
      return (entries ?? []).map(({ name, isDirectory }) => ({ name, isFolder: isDirectory }));
    },
  };
}
