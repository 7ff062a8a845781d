import type { PreparedRun } from '../targets/prepare.ts';
import { type RunnerPool, runnerPool } from './runner-pool.ts';
import { createWorkerRunner } from './worker-runner.ts';

/** Another thread loads half a second of code before its first step: below this number of steps it does not pay. */
const STEPS_PER_THREAD = 250;

/** Opens what runs the pages of a run. `cores`: threads that may run at once. */
export async function openPool({ target, lanes }: PreparedRun, cores: number): Promise<RunnerPool> {
  return target.shell === 'simulated' ? threadPool(cores) : processPool(lanes);
}

/** Worker threads, for steps that run in process. The first is started at once, to load while pages are read. */
export function threadPool(cores: number): RunnerPool {
  const started = [createWorkerRunner()];
  return runnerPool(
    () => started.pop() ?? createWorkerRunner(),
    (chains) => {
      const steps = chains.flat().reduce((sum, { page }) => sum + page.steps.length, 0);
      return Math.min(cores, Math.floor(steps / STEPS_PER_THREAD));
    },
  );
}

/** This process, for steps that are processes of their own: it only waits for them. */
async function processPool(concurrency: number): Promise<RunnerPool> {
  const { createLocalRunner } = await import('./local-runner.ts');
  return runnerPool(createLocalRunner, () => concurrency);
}
