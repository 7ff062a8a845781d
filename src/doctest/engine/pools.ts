import { type Extraction, type PageIdentity, problemAt } from '../../procedure/index.ts';
import type { PageParser } from '../plan/read-cache.ts';
import type { PreparedRun } from '../targets/prepare.ts';
import { createPageThread, type PageThread } from './page-thread.ts';
import { type RunnerPool, runnerPool } from './runner-pool.ts';

/** Another thread loads half a second of code before its first step: below this number of steps it does not pay. */
const STEPS_PER_THREAD = 250;

/** Opens what runs the pages of a run. `cores`: threads that may run at once. */
export async function openPool({ target, lanes }: PreparedRun, cores: number): Promise<RunnerPool> {
  return target.shell === 'simulated' ? threadPool(cores) : processPool(lanes);
}

/** Threads that parse the pages of a run before they run them: what either leaves behind is in no other thread's memory. */
interface ThreadPool extends RunnerPool {
  readonly parse: PageParser;
}

/** Worker threads, for steps that run in process. The first is started at once, to load while files are found. */
export function threadPool(cores: number): ThreadPool {
  const threads = new Set<PageThread>();
  const idle: PageThread[] = [];
  const start = (): PageThread => {
    const created = createPageThread();
    const thread: PageThread = {
      ...created,
      parse: (...args) =>
        created.parse(...args).catch((error: Error) => {
          threads.delete(thread);
          idle.splice(idle.indexOf(thread), idle.includes(thread) ? 1 : 0);
          return unread(args[1], error);
        }),
    };
    threads.add(thread);
    return thread;
  };
  idle.push(start());
  const parse = parseInThreads({
    all: () => [...threads],
    startAnother: () => void (threads.size < cores && idle.push(start())),
  });
  const open = () => {
    const thread = idle.shift() ?? start();
    return {
      ...thread,
      close: async () => {
        threads.delete(thread);
        await thread.close();
      },
    };
  };
  const pool = runnerPool(open, (chains) => {
    // Counting unpacks pages: no more of them than decide.
    let steps = 0;
    for (const { page } of chains.flat()) {
      if (steps >= cores * STEPS_PER_THREAD) break;
      steps += page.steps.length;
    }
    return Math.min(cores, Math.floor(steps / STEPS_PER_THREAD));
  });
  return { ...pool, parse };
}

/** A page over whose text a thread broke: others go on in another thread. */
const unread = ({ file }: PageIdentity, { message }: Error): Extraction => ({
  problems: [problemAt(file, { line: 1, column: 1 }, 'broken-parser', message)],
  warnings: [],
});

/** This process, for steps that are processes of their own: it only waits for them. */
async function processPool(concurrency: number): Promise<RunnerPool> {
  const { createLocalRunner } = await import('./local-runner.ts');
  return runnerPool(createLocalRunner, () => concurrency);
}

/** Threads that parse pages while they run none. */
interface ParsingThreads {
  all(): readonly { readonly parse: PageParser }[];
  /** Starts one more, unless there are as many as cores. */
  startAnother(): void;
}

/** Pages that wait for a thread: below this number another thread would have loaded its code too late. */
const PAGES_PER_THREAD = 32;

interface Waiting {
  readonly args: Parameters<PageParser>;
  resolve(extraction: Extraction): void;
  reject(error: Error): void;
}

/** Returns a parser that gives each page to a thread that is free, and starts threads where many pages wait. */
export function parseInThreads({ all, startAnother }: ParsingThreads): PageParser {
  const waiting: Waiting[] = [];
  const busy = new Set<{ readonly parse: PageParser }>();
  const giveOut = (): void => {
    if (all().length === 0 || waiting.length > PAGES_PER_THREAD) startAnother();
    for (const thread of all()) {
      const next = busy.has(thread) ? undefined : waiting.shift();
      if (!next) continue;
      busy.add(thread);
      thread
        .parse(...next.args)
        .then(next.resolve, next.reject)
        .finally(() => {
          busy.delete(thread);
          giveOut();
        });
    }
  };
  return (...args) =>
    new Promise((resolve, reject) => {
      waiting.push({ args, resolve, reject });
      giveOut();
    });
}
