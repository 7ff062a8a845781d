import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { isStruck, StruckError, startUnstruck } from './struck.ts';

const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_WRONLY } = constants;

/** Bytes of a stream that are kept: more than a report shows, whatever the characters. */
const KEPT_BYTES = 16 * 1024 * 1024;
/** Longest wait for bytes that were written before a turn ended (ms). */
const DRAIN_MS = 5_000;

/** Makes named pipes that only this user may open. Rejects where the system has no `mkfifo`. */
export const makePipes = (paths: readonly string[]): Promise<void> =>
  startUnstruck(async () => {
    // In a process group of its own: what a terminal sends to end this run must not kill mkfifo while clean-up needs its pipes.
    const child = spawn('mkfifo', ['-m', '600', '--', ...paths], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [[exitCode, signal], complaint] = await Promise.all([once(child, 'close'), text(child.stderr)]);
    if (exitCode === 0) return;
    const message = `mkfifo failed (${signal ?? exitCode}): ${complaint.trim()}`;
    if (!isStruck(signal)) throw new Error(message);
    for (const path of paths) await rm(path, { force: true });
    throw new StruckError(message);
  });

/**
 * One output stream of one turn: a named pipe that bash opens by its path and this process reads.
 *
 * Both ends of it are held here before the script runs, so nothing that a script puts in its place is ever opened on
 * the host. A background job keeps the pipe of its own turn, which is drained as long as the job writes.
 */
export class OutputStream {
  /** Text that bash prints behind the script's output. */
  readonly marker = `\u0000${randomUUID()}\u0000`;
  readonly path: string;
  readonly #socket: Socket;
  #holder: number | undefined;
  #chunks: Buffer[] = [];
  #kept = 0;
  #size = 0;
  #isOver = false;
  #onOver: () => void = () => undefined;

  /** Opens a pipe. Throws where `path` leads to anything else. */
  constructor(path: string) {
    this.path = path;
    const reader = openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    if (!fstatSync(reader).isFIFO()) {
      closeSync(reader);
      throw new Error(`${path} is not a pipe`);
    }
    this.#holder = openSync(path, O_WRONLY | O_NONBLOCK | O_NOFOLLOW);
    this.#socket = new Socket({ fd: reader, readable: true, writable: false });
    this.#socket.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#socket.on('error', () => this.#finish());
    this.#socket.on('close', () => this.#finish());
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#size;
  }

  /** Resolves with the script's output once the marker or the end of the pipe has come, at the latest after 5 s. */
  async end(): Promise<string> {
    if (this.#holder !== undefined) closeSync(this.#holder);
    this.#holder = undefined;
    await this.#untilOver();
    await rm(this.path, { force: true });
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [];
    this.#isOver = true;
    const end = bytes.indexOf(this.marker);
    return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
  }

  #untilOver(): Promise<void> {
    if (this.#isOver) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, DRAIN_MS);
      this.#onOver = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #take(chunk: Buffer): void {
    if (this.#isOver) return;
    this.#size += chunk.length;
    if (this.#kept < KEPT_BYTES) {
      this.#chunks.push(chunk);
      this.#kept += chunk.length;
    }
    if (this.#endsWithMarker()) this.#finish();
  }

  /** The marker is the last that bash itself prints, and may come in two chunks. */
  #endsWithMarker(): boolean {
    const tail = Buffer.concat(this.#chunks.slice(-2));
    return tail.includes(this.marker, Math.max(0, tail.length - 2 * this.marker.length));
  }

  #finish(): void {
    this.#isOver = true;
    this.#onOver();
  }
}

/** Rewrites messages of a bash that reads a script into those of a terminal. */
export function normalizeStderr(stderr: string): string {
  return stderr
    .replace(/^bash: line \d+: +\d+ (\w[\w ]*?(?: \(core dumped\))?) {2,}.*$/gm, '$1')
    .replace(/^(?:bash: (?:eval: )?|main: )line \d+: /gm, 'bash: ');
}
