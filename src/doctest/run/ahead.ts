import { beginPageIn, type PageRun, type StepRun } from './page-run.ts';
import { createLane, type Lane } from './session.ts';
import type { PageTask } from './types.ts';

/**
 * Chains to run before their pages are asked for. Where steps are processes of their own, this process only waits for
 * them: so many chains may run at once, while pages are asked for, and reported, one after another in their order.
 */
export interface Ahead {
  readonly lanes: number;
  /** In the order in which pages will be asked for. */
  readonly chains: readonly (readonly PageAhead[])[];
}

export interface PageAhead {
  /** Path of the page, relative to the project. */
  readonly file: string;
  load(): Promise<PageTask>;
}

/** Begins. @returns what gives the run of a page, by its file. */
export function startAhead({ lanes, chains }: Ahead): (file: string) => Promise<PageRun> {
  const runs = new Map(chains.flat().map(({ file }) => [file, deferred<PageRun>()]));
  const queue = [...chains];
  const work = async (): Promise<void> => {
    const lane = createLane();
    for (let chain = queue.shift(); chain; chain = queue.shift()) {
      for (const page of chain) await runAhead(lane, page, runs.get(page.file));
      await lane.clear();
    }
  };
  for (let count = 0; count < lanes; count++) void work();
  return async (file) => {
    const run = runs.get(file);
    if (!run) throw new Error(`${file} is in no chain of the run.`);
    return run.promise;
  };
}

/** Never rejects: what goes wrong is told to whoever asks for the page. */
async function runAhead(lane: Lane, page: PageAhead, asked: Deferred<PageRun> | undefined): Promise<void> {
  try {
    const task = await page.load();
    const run = await beginPageIn(lane, task);
    const steps = task.page.steps.map(() => deferred<StepRun>());
    const ended = deferred<Awaited<ReturnType<PageRun['end']>>>();
    asked?.resolve({
      blocked: run.blocked,
      step: async (index) => {
        const step = steps[index];
        if (!step) throw new RangeError(`${page.file} has ${steps.length} steps, not ${index + 1}.`);
        return step.promise;
      },
      end: () => ended.promise,
    });
    for (const [index, step] of steps.entries()) await run.step(index).then(step.resolve, step.reject);
    await run.end().then(ended.resolve, ended.reject);
  } catch (error) {
    asked?.reject(error);
  }
}

interface Deferred<Value> {
  readonly promise: Promise<Value>;
  resolve(value: Value): void;
  reject(error: unknown): void;
}

function deferred<Value>(): Deferred<Value> {
  let resolve: Deferred<Value>['resolve'] = () => undefined;
  let reject: Deferred<Value>['reject'] = () => undefined;
  const promise = new Promise<Value>((...ends) => {
    [resolve, reject] = ends;
  });
  promise.catch(() => undefined); // it may be rejected long before anybody asks
  return { promise, resolve, reject };
}
