import { wrap } from 'comlink';
import type { WorkerClient } from './types.ts';

/** Starts a worker: what runs in it cannot block the page, and can be ended whatever it does. */
export function startSessionWorker(): WorkerClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(message || 'The worker did not start.')),
    );
  });
  // Nobody may be listening when what runs in it throws.
  broken.catch(() => {});
  return { executor: wrap(worker), broken, end: () => worker.terminate() };
}

/**
 * Runs tasks of one name one after the other, over all tabs where the browser can. Rejects with an AbortError when
 * the signal fires before the task's turn has come.
 */
export async function exclusively<T>(name: string, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
  if (navigator.locks) return navigator.locks.request(name, { signal }, task);
  const before = waiting.get(name) ?? Promise.resolve();
  const result = before.then(() => {
    signal.throwIfAborted();
    return task();
  });
  waiting.set(
    name,
    result.then(
      () => {},
      () => {},
    ),
  );
  return result;
}

/** Pages that are not served securely have no locks. */
const waiting = new Map<string, Promise<void>>();

/** Ids, keys and tokens of the account follow from it: another one for each session. */
export function drawSeed(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
