import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { type BashTurn, prelude, turn } from './bash-protocol.ts';
import type { ProcessReaper } from './process-reaper.ts';

interface BashProcessOptions {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Descriptor of the system calls that it may not make; undefined where it is not confined. */
  readonly seccomp: number | undefined;
  /** As seen by bash. */
  readonly cwd: string;
  /** Shell source that brings back what an earlier life knew. */
  readonly restored: string | undefined;
  readonly reaper: ProcessReaper;
}

/** How a turn ended: bash reported, or was gone. */
export type TurnEnd =
  | { readonly kind: 'done'; readonly exitCode: number }
  | { readonly kind: 'gone'; readonly exitCode: number };

/** One bash, from its start to its `exit` or to its being killed. */
export class BashProcess {
  readonly #child: ChildProcess;
  readonly #reaper: ProcessReaper;
  readonly #gone: Promise<number>;
  #isGone = false;
  #reported: ((end: TurnEnd) => void) | undefined;
  #complaint = '';

  private constructor({ command, env, seccomp, reaper, cwd, restored }: BashProcessOptions) {
    const [file = 'bash', ...args] = command;
    // A group of its own, which can be killed as one.
    this.#child = spawn(file, args, {
      env,
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe', 'pipe', seccomp ?? 'ignore'],
    });
    this.#reaper = reaper;
    this.#gone = new Promise((resolve) => {
      this.#child.once('error', () => resolve(127));
      this.#child.once('exit', (code, signal) =>
        resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
      );
    });
    void this.#gone.then(() => {
      this.#isGone = true;
    });
    if (this.#child.pid !== undefined) reaper.watch(this.#child.pid);
    this.#listen();
    this.#child.stdin?.write(prelude(cwd, restored));
  }

  /** Starts a bash. Rejects with what was said when it does not get ready. */
  static async start(options: BashProcessOptions): Promise<BashProcess> {
    const life = new BashProcess(options);
    const start = await life.#next();
    if (start.kind === 'done') return life;
    await life.kill();
    throw new Error(`bash could not be started: ${life.#complaint.trim() || `exit code ${start.exitCode}`}`);
  }

  get isOver(): boolean {
    return this.#isGone;
  }

  /** Runs a script. */
  perform(next: BashTurn): Promise<TurnEnd> {
    const end = this.#next();
    this.#child.stdin?.write(turn(next));
    return end;
  }

  /** Ends it, and all that it started. */
  async kill(): Promise<void> {
    await this.#reaper.killAll();
    await this.#gone;
  }

  #next(): Promise<TurnEnd> {
    const report = new Promise<TurnEnd>((resolve) => {
      this.#reported = resolve;
    });
    return Promise.race([report, this.#gone.then((exitCode) => ({ kind: 'gone', exitCode }) as const)]);
  }

  #listen(): void {
    const { stdin, stderr, stdio } = this.#child;
    stdin?.on('error', () => undefined); // it is gone, which its exit tells
    stderr?.setEncoding('utf8').on('data', (text: string) => {
      // Only the beginning matters: why it could not be started.
      if (this.#complaint.length < 2_000) this.#complaint += text;
    });
    let rest = '';
    (stdio[3] as Readable | null)?.setEncoding('utf8').on('data', (text: string) => {
      const reports = (rest + text).split('\0');
      rest = reports.pop() ?? '';
      for (const report of reports)
        this.#reported?.({ kind: 'done', exitCode: Number(report.split(' ')[1]) });
    });
  }
}
