import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { PageReport, StepReport } from '../report/types.ts';
import type { PageTask } from './types.ts';

/** Messages to a worker thread: a page to run, or the end of a chain. */
export type ToWorker = { readonly kind: 'run'; readonly task: PageTask } | { readonly kind: 'end-session' };

/** Messages from it. The end of a step travels with the begin of the next one: half the messages, half their cost. */
export type FromWorker =
  | { readonly kind: 'began'; readonly index: number; readonly ended?: EndedStep }
  | { readonly kind: 'page'; readonly report: PageReport }
  | { readonly kind: 'session-ended' };

const MARK = 'tejun-pages';

interface EndedStep {
  readonly index: number;
  readonly report: StepReport;
}

/** Starts this module in a thread of its own. */
export const startPageWorker = (): Worker => new Worker(new URL(import.meta.url), { workerData: MARK });

if (!isMainThread && workerData === MARK) void serve();

async function serve(): Promise<void> {
  const port = parentPort;
  if (!port) return;
  const send = (message: FromWorker): void => port.postMessage(message);
  // Loaded while the main thread still reads pages.
  const ready = Promise.all([
    import('./local-runner.ts').then(({ createLocalRunner }) => createLocalRunner()),
    import('../targets/sandbox-in-process.ts'),
  ]);
  port.on('message', async (message: ToWorker) => {
    const [runner] = await ready;
    if (message.kind === 'end-session') {
      await runner.endSession();
      send({ kind: 'session-ended' });
      return;
    }
    let ended: EndedStep | undefined;
    const report = await runner.run(message.task, {
      began: (index) => send({ kind: 'began', index, ended }),
      ended: (index, step) => {
        ended = { index, report: step };
      },
    });
    send({ kind: 'page', report });
  });
}
