import { mkdir, open, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { capped } from '../capped.ts';
import type { RunOptions, Shell, ShellOutput } from '../types.ts';
import { BashProcess, type TurnEnd } from './bash-process.ts';
import { kept } from './bash-protocol.ts';
import { confinedCommand } from './confined-command.ts';
import { normalizeStderr } from './normalize-stderr.ts';
import { createPathMapping, type PathMapping } from './path-mapping.ts';
import { syntaxProblem } from './syntax.ts';
import type { BashShellOptions } from './types.ts';

const CLOSED = 'the session is closed';
const PRINTS_WITHOUT_END = 'stopped, because it printed without end';
/** The exit code of a stopped run: what coreutils' timeout(1) gives. */
const STOPPED = 124;
/** What bash gives for a script that it cannot parse. */
const SYNTAX_ERROR = 2;
const MIB = 1024 * 1024;
/** Bytes of a stream that are read: more than what is shown of it, whatever the characters. */
const READ_BYTES = 16 * MIB;
/** Bytes on disk after which a run is stopped, looked at so often (ms). */
const MAX_FILE_BYTES = 64 * MIB;
const LOOK_MS = 50;

/** Runs scripts one after the other in one bash, and begins another where one ended. */
export class BashSession implements Shell {
  readonly #options: BashShellOptions;
  readonly #places: PathMapping;
  #life: BashProcess | undefined;
  /** File from which the next life knows what an earlier one knew. */
  #restored: string | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #number = 0;
  /** Of the last run that left a shell behind. */
  #known = 0;
  #status = 0;
  #closed = false;
  #stop: ((reason: string) => void) | undefined;

  constructor(options: BashShellOptions) {
    this.#options = options;
    this.#places = createPathMapping(options);
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
    this.#last = output;
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
    const problem = await syntaxProblem(script);
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

  async #turn(life: BashProcess, script: string, { timeoutMs }: RunOptions): Promise<ShellOutput> {
    this.#number += 1;
    const number = this.#number;
    const stopped = this.#watch(number, timeoutMs);
    const end = await Promise.race([life.perform(script, number, this.#status), stopped.reason]);
    stopped.release();
    if (typeof end === 'string') await life.kill();
    const output = await this.#output(number, end);
    await this.#goOnFrom(end, number);
    return output;
  }

  /** Notices what must not go on: time, output, the end of the session. */
  #watch(number: number, timeoutMs: number | undefined) {
    let timer: NodeJS.Timeout | undefined;
    let looks: NodeJS.Timeout | undefined;
    const reason = new Promise<string>((resolve) => {
      this.#stop = resolve;
      const late = `stopped after ${timeoutMs} ms: it took longer than its time-out`;
      if (timeoutMs !== undefined) timer = setTimeout(() => resolve(late), timeoutMs);
      looks = setInterval(async () => {
        if (await this.#isTooLarge(number)) resolve(PRINTS_WITHOUT_END);
      }, LOOK_MS);
    });
    const release = (): void => {
      clearTimeout(timer);
      clearInterval(looks);
      this.#stop = undefined;
    };
    return { reason, release };
  }

  async #isTooLarge(number: number): Promise<boolean> {
    const sizes = [kept.stdout, kept.stderr].map((name) =>
      stat(this.#file(name, number)).then(
        ({ size }) => size,
        () => 0,
      ),
    );
    return (await Promise.all(sizes)).some((size) => size > MAX_FILE_BYTES);
  }

  async #output(number: number, end: TurnEnd | string): Promise<ShellOutput> {
    const streams = await Promise.all([kept.stdout, kept.stderr].map((name) => this.#take(name, number)));
    const [stdout = '', stderr = ''] = streams.map((text) => this.#places.outOf(text));
    const printed = { stdout, stderr: normalizeStderr(stderr) };
    if (typeof end === 'string') return capped({ ...printed, exitCode: STOPPED, stopped: end });
    const ended = end.kind === 'gone' ? { ended: true } : {};
    return capped({ ...printed, exitCode: end.exitCode, ...ended });
  }

  /** What a stream was caught in; a background job may go on writing into the file, which nobody reads any more. */
  async #take(name: string, number: number): Promise<string> {
    const path = this.#file(name, number);
    const file = await open(path).catch(() => undefined);
    if (!file) return '';
    const buffer = Buffer.alloc(Math.min((await file.stat()).size, READ_BYTES));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    await file.close();
    await rm(path, { force: true });
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  }

  /** After `exit` a shell knows what was exported before, after a stop all that was known; else it just goes on. */
  async #goOnFrom(end: TurnEnd | string, number: number): Promise<void> {
    const before = this.#known;
    if (typeof end !== 'string' && end.kind === 'done') {
      this.#status = end.exitCode;
      this.#known = number;
      await this.#forget(before);
      return;
    }
    await this.#life?.kill();
    this.#life = undefined;
    this.#status = 0;
    if (before === 0) return;
    this.#restored = this.#file(typeof end === 'string' ? kept.known : kept.exported, before);
  }

  async #forget(number: number): Promise<void> {
    for (const name of [kept.known, kept.exported]) await rm(this.#file(name, number), { force: true });
  }

  #file(name: string, number: number): string {
    return join(this.#options.folder.control, `${name}${number}`);
  }

  async #begin(): Promise<BashProcess> {
    const { folder, env, confinement } = this.#options;
    const PATH = [join(folder.readonly, 'bin'), env.PATH].filter(Boolean).join(':');
    return BashProcess.start({
      command: confinement ? await confinedCommand(this.#options, confinement) : BASH,
      env: this.#places.environment({ ...env, PATH }),
      control: folder.control,
      cwd: this.#places.inside(this.#options.cwd),
      restored: this.#restored,
      reaper: folder.reaper,
    });
  }
}

const BASH = ['bash', '--noprofile', '--norc'];
