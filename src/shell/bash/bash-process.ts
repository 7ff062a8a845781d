import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { type BashTurn, type Knowledge, prelude, turn } from './bash-protocol.ts';
import { type Consumption, watchConsumption } from './consumption.ts';
import { ControlRecords } from './control-records.ts';
import type { ProcessReaper } from './process-reaper.ts';
import { isStruck, StruckError } from './struck.ts';

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

/** How a turn ended: bash reported, was gone, or reported more than is kept. */
export type TurnEnd =
  | { readonly kind: 'done'; readonly exitCode: number; readonly knowledge: Knowledge }
  | { readonly kind: 'gone'; readonly exitCode: number }
  | { readonly kind: 'flooded' };

/** Characters of variables and functions that are kept for a later bash. */
const MOST_KNOWN = 64 * 1024 * 1024;
/** Longest time that a bash may take to get ready (ms). */
const START_MS = 30_000;

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
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), START_MS);
    });
    const start = await Promise.race([life.#next(), late]);
    clearTimeout(timer);
    if (start?.kind === 'done') return life;
    await life.kill();
    const exitCode = start?.kind === 'gone' ? start.exitCode : null;
    const reason = exitCode === null ? `not ready after ${START_MS} ms` : `exit code ${exitCode}`;
    const message = `bash could not be started: ${life.#complaint.trim() || reason}`;
    throw isStruck(exitCode) ? new StruckError(message) : new Error(message);
  }

  get isOver(): boolean {
    return this.#isGone;
  }

  /** Tells what it and all that it started consume, until the returned function is called. */
  watchConsumption(notice: (found: Consumption) => void): () => void {
    const { pid } = this.#child;
    return pid === undefined ? () => undefined : watchConsumption(pid, notice);
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
    const control = stdio[3] as Readable | null;
    const records = new ControlRecords();
    let told: string[] = [];
    control?.setEncoding('utf8').on('data', (text: string) => {
      for (const record of records.take(text)) {
        const [, code] = /^[01] (\d{1,3})$/.exec(record) ?? [];
        if (code === undefined) {
          told = [...told.slice(-1), record];
          continue;
        }
        const [exported = '', known = ''] = told;
        told = [];
        this.#reported?.({ kind: 'done', exitCode: Number(code), knowledge: { exported, known } });
      }
      if (records.pending > MOST_KNOWN) {
        control.destroy();
        this.#reported?.({ kind: 'flooded' });
      }
    });
  }
}
