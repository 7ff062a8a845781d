import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { PoolOptions, PoolWorker } from 'vitest/node';

/**
 * Vitest's worker as a process that leads a session of its own. A Ctrl-C in a terminal, or the end of it, reaches all
 * others of a run, and Vitest's own worker would end at it, from its first moment on. This one ends when it is told to,
 * or when nobody is left to tell it (`disconnect`, in `worker.ts`).
 */
class DetachedWorker implements PoolWorker {
  readonly name = NAME;
  readonly cacheFs = true;
  readonly #options: PoolOptions;
  #process: ChildProcess | undefined;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { distPath, env, execArgv, project } = this.#options;
    this.#process = fork(join(distPath, 'workers/forks.js'), [], {
      ...{ env: env as NodeJS.ProcessEnv, execArgv },
      ...{ detached: true, stdio: 'pipe', serialization: 'advanced' },
    });
    const { outputStream, errorStream } = project.vitest.logger;
    this.#process.stdout?.pipe(outputStream as NodeJS.WritableStream, { end: false });
    this.#process.stderr?.pipe(errorStream as NodeJS.WritableStream, { end: false });
  }

  async stop(): Promise<void> {
    const child = this.#started;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL'); // it has nothing more to do
    await exit;
  }

  on(event: string, callback: (argument: unknown) => void): void {
    this.#started.on(event, callback);
  }

  off(event: string, callback: (argument: unknown) => void): void {
    this.#started.off(event, callback);
  }

  send(message: Parameters<PoolWorker['send']>[0]): void {
    this.#started.send(message);
  }

  deserialize(data: unknown): unknown {
    return data;
  }

  get #started(): ChildProcess {
    if (!this.#process) throw new Error('The worker has not been started.');
    return this.#process;
  }
}

const NAME = 'tejun-detached';

export const detachedWorkers = {
  name: NAME,
  createPoolWorker: (options: PoolOptions): PoolWorker => new DetachedWorker(options),
};
