import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { truncateOutput } from '../truncate-output.ts';
import type { RunOptions, Shell, ShellOutput, ShellState } from '../types.ts';
import { BashProcess, type TurnEnd } from './bash-process.ts';
import type { Knowledge } from './bash-protocol.ts';
import { bashSyntaxProblem } from './bash-syntax.ts';
import { BASH, confinedCommand } from './confined-command.ts';
import { directoryOf, valuesOf } from './declarations.ts';
import { makePipes, normalizeStderr, OutputStream } from './output-stream.ts';
import { readRegularFile } from './read-regular-file.ts';
import { watchRun } from './run-limits.ts';
import { createPathMapping, type PathMapping } from './session-dir.ts';
import { startUnstruck } from './struck.ts';
import type { BashShellOptions } from './types.ts';

const CLOSED = 'the session is closed';
const KNOWS_TOO_MUCH = 'stopped, because its variables and functions have more than 64 MiB';
/** The exit code of a stopped run: what coreutils' timeout(1) gives. */
const STOPPED = 124;
/** Exit code of bash for a script that it cannot parse. */
const SYNTAX_ERROR = 2;
const MIB = 1024 * 1024;

/** How a turn ended by itself, with a shell that knows what can be kept. */
type Ended = Exclude<TurnEnd, { kind: 'flooded' }>;

/** The two output streams of a turn. */
interface Streams {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** Runs scripts one after the other in one bash, and begins another where one ended. */
export class BashSession implements Shell {
  readonly state: ShellState = {
    variables: async () => valuesOf(this.#declarations()),
    readFile: async (path) => {
      const { folder, cwd, confinement } = this.#options;
      const file = this.#places.outside(resolve(directoryOf(this.#declarations()) ?? cwd, path));
      try {
        // A confined bash sees elsewhere other files than this machine has.
        return readRegularFile(file, { within: confinement && folder.home, most: MIB }).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
  readonly #options: BashShellOptions;
  readonly #places: PathMapping;
  #life: BashProcess | undefined;
  /** Shell source from which the next life knows what an earlier one knew. */
  #restored: string | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #turns = 0;
  /** Knowledge of the shell after the last turn that left one behind. */
  #known: Knowledge | undefined;
  #status = 0;
  #closed = false;
  #stop: ((reason: string) => void) | undefined;

  constructor(options: BashShellOptions) {
    this.#options = options;
    this.#places = createPathMapping(options);
  }

  /** Returns the declarations that the last turn left, with the paths of pages. */
  #declarations(): string {
    return this.#places.outOf(this.#known?.known ?? '');
  }

  /** Puts the home in place and starts the first bash. Rejects when that cannot be. */
  async open(): Promise<void> {
    const { files, cwd } = this.#options;
    await mkdir(this.#places.outside(cwd), { recursive: true });
    for (const [path, content] of Object.entries(files)) {
      const file = this.#places.outside(path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content, { mode: 0o600 });
    }
    this.#life = await this.#begin();
  }

  run(script: string, options: RunOptions = {}): Promise<ShellOutput> {
    const output = this.#last.then(() => this.#perform(script, options));
    // A turn that broke must hold up neither the next one nor the end of the session.
    this.#last = output.catch(() => undefined);
    return output;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stop?.(CLOSED);
    await this.#last;
    await this.#options.folder.reaper.close();
  }

  async #perform(script: string, options: RunOptions): Promise<ShellOutput> {
    if (this.#closed) return { stdout: '', stderr: '', exitCode: 1, stopped: CLOSED };
    const problem = await bashSyntaxProblem(script);
    if (problem !== undefined) {
      this.#status = SYNTAX_ERROR;
      return { stdout: '', stderr: problem, exitCode: SYNTAX_ERROR };
    }
    try {
      this.#life ??= await this.#begin();
    } catch (error) {
      return { stdout: '', stderr: '', exitCode: 1, stopped: (error as Error).message };
    }
    return this.#turn(this.#life, this.#places.into(script), options);
  }

  async #turn(bash: BashProcess, script: string, { timeoutMs }: RunOptions): Promise<ShellOutput> {
    const streams = await this.#openStreams();
    const { stdout, stderr } = streams;
    const watch = await watchRun({
      folder: this.#options.folder.path,
      timeoutMs,
      printed: () => Math.max(stdout.size, stderr.size),
      watchConsumption: (notice) => bash.watchConsumption(notice),
    });
    this.#stop = watch.stop;
    // A session closed while the turn was made ready begins no script.
    const perform = this.#closed ? CLOSED : bash.perform({ script, status: this.#status, stdout, stderr });
    const ended = await Promise.race([perform, watch.reason]);
    this.#stop = undefined;
    watch.release();
    const end = typeof ended === 'object' && ended.kind === 'flooded' ? KNOWS_TOO_MUCH : ended;
    // Nothing that it started may hold a stream open.
    if (typeof end === 'string' || end.kind === 'gone') await bash.kill();
    const output = await this.#output(streams, end);
    await this.#goOnFrom(end);
    return output;
  }

  async #openStreams(): Promise<Streams> {
    this.#turns += 1;
    const at = (name: string): string =>
      join(this.#options.folder.streams, `${name}-${this.#turns}-${randomUUID()}`);
    const [stdout, stderr] = [at('stdout'), at('stderr')];
    await makePipes([stdout, stderr]);
    return { stdout: new OutputStream(stdout), stderr: new OutputStream(stderr) };
  }

  async #output({ stdout, stderr }: Streams, end: Ended | string): Promise<ShellOutput> {
    const texts = await Promise.all([stdout.end(), stderr.end()]);
    const [out, err] = texts.map((text) => this.#places.outOf(text)) as [string, string];
    const printed = { stdout: out, stderr: normalizeStderr(err) };
    if (typeof end === 'string') return truncateOutput({ ...printed, exitCode: STOPPED, stopped: end });
    const ended = end.kind === 'gone' ? { ended: true } : {};
    return truncateOutput({ ...printed, exitCode: end.exitCode, ...ended });
  }

  /** After `exit` a shell knows what was exported before, after a stop all that was known; else it just goes on. */
  async #goOnFrom(end: Ended | string): Promise<void> {
    if (typeof end !== 'string' && end.kind === 'done') {
      this.#status = end.exitCode;
      this.#known = end.knowledge;
      return;
    }
    await this.#life?.kill();
    this.#life = undefined;
    this.#status = 0;
    if (this.#known) this.#restored = typeof end === 'string' ? this.#known.known : this.#known.exported;
  }

  #begin(): Promise<BashProcess> {
    return startUnstruck(() => this.#start());
  }

  async #start(): Promise<BashProcess> {
    const { folder, env, confinement } = this.#options;
    const PATH = [join(folder.readonly, 'bin'), env.PATH].filter(Boolean).join(':');
    const confined = confinement && (await confinedCommand(this.#options, confinement));
    const seccomp = confined?.seccomp === undefined ? undefined : openSync(confined.seccomp, 'r');
    try {
      return await BashProcess.start({
        command: confined?.command ?? BASH,
        seccomp,
        env: this.#places.environment({ ...env, PATH }),
        cwd: this.#places.inside(this.#options.cwd),
        restored: this.#restored,
        reaper: folder.reaper,
      });
    } finally {
      if (seccomp !== undefined) closeSync(seccomp);
    }
  }
}
