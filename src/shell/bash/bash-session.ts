import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { lstat, mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { capped } from '../capped.ts';
import type { RunOptions, Shell, ShellOutput, ShellState } from '../types.ts';
import { BashProcess, type TurnEnd } from './bash-process.ts';
import { kept } from './bash-protocol.ts';
import { bashSyntaxProblem } from './bash-syntax.ts';
import { confinedCommand } from './confined-command.ts';
import { directoryOf, valuesOf } from './declarations.ts';
import { normalizeStderr } from './normalize-stderr.ts';
import { makePipes, OutputStream } from './output-stream.ts';
import { createPathMapping, type PathMapping } from './path-mapping.ts';
import type { BashShellOptions } from './types.ts';

const CLOSED = 'the session is closed';
const PRINTS_WITHOUT_END = 'stopped, because it printed without end';
const FILLS_THE_DISK = 'stopped, because it wrote more than 4 GiB';
/** The exit code of a stopped run: what coreutils' timeout(1) gives. */
const STOPPED = 124;
/** Exit code of bash for a script that it cannot parse. */
const SYNTAX_ERROR = 2;
const MIB = 1024 * 1024;
/** Bytes of output, and of the disk, after which a run is stopped; they are checked every so many ms. */
const MOST_PRINTED = 64 * MIB;
const MOST_WRITTEN = 4096 * MIB;
const CHECK_MS = 50;

/** The two output streams of a turn. */
interface Streams {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** Runs scripts one after the other in one bash, and begins another where one ended. */
export class BashSession implements Shell {
  readonly state: ShellState = {
    variables: async () => valuesOf(await this.#declarations()),
    readFile: async (path) => {
      const from = directoryOf(await this.#declarations()) ?? this.#options.cwd;
      const file = this.#places.outside(resolve(from, path));
      // A link could lead out of the session's home.
      const found = await lstat(file).catch(() => undefined);
      return found?.isFile() && found.size <= MIB ? await readFile(file, 'utf8') : undefined;
    },
  };
  readonly #options: BashShellOptions;
  readonly #places: PathMapping;
  #life: BashProcess | undefined;
  /** File from which the next life knows what an earlier one knew. */
  #restored: string | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #turns = 0;
  /** Id of the last turn that left a shell behind. */
  #known: string | undefined;
  #status = 0;
  #closed = false;
  #stop: ((reason: string) => void) | undefined;

  constructor(options: BashShellOptions) {
    this.#options = options;
    this.#places = createPathMapping(options);
  }

  /** Reads the declarations that the last turn left, with the paths of pages. */
  async #declarations(): Promise<string> {
    if (this.#known === undefined) return '';
    const text = await readFile(this.#file(kept.known, this.#known), 'utf8').catch(() => '');
    return this.#places.outOf(text);
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
    // A turn that broke must keep neither the next one nor the end of the session.
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
    this.#turns += 1;
    // A script cannot know where the next turn keeps its state, and so cannot put anything there.
    const id = `${this.#turns}-${randomUUID()}`;
    const streams = await this.#openStreams(id);
    const stopped = await this.#watch(streams, timeoutMs);
    const { stdout, stderr } = streams;
    const control = this.#options.folder.control;
    const turn = { script, id, status: this.#status, control, stdout, stderr };
    const end = await Promise.race([bash.perform(turn), stopped.reason]);
    stopped.release();
    // Nothing that it started may hold a stream open.
    if (typeof end === 'string' || end.kind === 'gone') await bash.kill();
    const output = await this.#output(streams, end);
    await this.#goOnFrom(end, id);
    return output;
  }

  async #openStreams(id: string): Promise<Streams> {
    const at = (name: string): string => join(this.#options.folder.streams, `${name}-${id}`);
    const [stdout, stderr] = [at('stdout'), at('stderr')];
    await makePipes([stdout, stderr]);
    return { stdout: new OutputStream(stdout), stderr: new OutputStream(stderr) };
  }

  /** Notices what must not go on: time, output, the end of the session. */
  async #watch({ stdout, stderr }: Streams, timeoutMs: number | undefined) {
    let timer: NodeJS.Timeout | undefined;
    let checks: NodeJS.Timeout | undefined;
    const before = await this.#freeBytes();
    const reason = new Promise<string>((resolve) => {
      this.#stop = resolve;
      const late = `stopped after ${timeoutMs} ms: it took longer than its time-out`;
      if (timeoutMs !== undefined) timer = setTimeout(() => resolve(late), timeoutMs);
      checks = setInterval(async () => {
        if (Math.max(stdout.size, stderr.size) > MOST_PRINTED) resolve(PRINTS_WITHOUT_END);
        if (before - (await this.#freeBytes()) > MOST_WRITTEN) resolve(FILLS_THE_DISK);
      }, CHECK_MS);
    });
    const release = (): void => {
      clearTimeout(timer);
      clearInterval(checks);
      this.#stop = undefined;
    };
    return { reason, release };
  }

  /** Bytes left on the disk of the session. */
  async #freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.#options.folder.path);
    return bavail * bsize;
  }

  async #output({ stdout, stderr }: Streams, end: TurnEnd | string): Promise<ShellOutput> {
    const texts = await Promise.all([stdout.end(), stderr.end()]);
    const [out, err] = texts.map((text) => this.#places.outOf(text)) as [string, string];
    const printed = { stdout: out, stderr: normalizeStderr(err) };
    if (typeof end === 'string') return capped({ ...printed, exitCode: STOPPED, stopped: end });
    const ended = end.kind === 'gone' ? { ended: true } : {};
    return capped({ ...printed, exitCode: end.exitCode, ...ended });
  }

  /** After `exit` a shell knows what was exported before, after a stop all that was known; else it just goes on. */
  async #goOnFrom(end: TurnEnd | string, id: string): Promise<void> {
    const before = this.#known;
    if (typeof end !== 'string' && end.kind === 'done') {
      this.#status = end.exitCode;
      this.#known = id;
      if (before !== undefined) await this.#forget(before);
      return;
    }
    await this.#life?.kill();
    this.#life = undefined;
    this.#status = 0;
    if (before === undefined) return;
    this.#restored = this.#file(typeof end === 'string' ? kept.known : kept.exported, before);
  }

  async #forget(id: string): Promise<void> {
    for (const name of [kept.known, kept.exported])
      await rm(this.#file(name, id), { force: true, recursive: true });
  }

  #file(name: string, id: string): string {
    return join(this.#options.folder.control, `${name}${id}`);
  }

  async #begin(): Promise<BashProcess> {
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

const BASH = ['bash', '--noprofile', '--norc'];
