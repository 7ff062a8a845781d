import type { PageReport } from '../report/types.ts';
import type { PageRunner, StepEvents } from './types.ts';
import { type FromWorker, startPageWorker, type ToWorker } from './worker.ts';

interface Call {
  readonly events?: StepEvents;
  resolve(report?: PageReport): void;
  reject(error: Error): void;
}

/** Runs pages in a thread of its own: what happens there can be ended, and cannot end this process. */
export function createWorkerRunner(): PageRunner {
  const worker = startPageWorker();
  let call: Call | undefined;
  let broken: Error | undefined;
  const breakOff = (error: Error): void => {
    broken ??= error;
    call?.reject(broken);
  };
  worker.on('error', breakOff);
  worker.on('exit', (code) =>
    breakOff(new Error(`The thread that runs pages ended with exit code ${code}.`)),
  );
  worker.on('message', (message: FromWorker) => {
    if (message.kind !== 'began') return call?.resolve(message.kind === 'page' ? message.report : undefined);
    if (message.ended) call?.events?.ended(message.ended.index, message.ended.report);
    call?.events?.began(message.index);
  });
  worker.unref(); // a run that is refused before it begins need not wait for it
  const ask = async (message: ToWorker, events?: StepEvents): Promise<PageReport | undefined> => {
    if (broken) throw broken;
    worker.ref();
    try {
      return await new Promise<PageReport | undefined>((resolve, reject) => {
        call = { events, resolve, reject };
        worker.postMessage(message);
      });
    } finally {
      call = undefined;
      worker.unref();
    }
  };
  return {
    run: async (task, events) => {
      const report = await ask({ kind: 'run', task }, events);
      if (!report) throw new Error('The thread that runs pages gave no report.');
      return report;
    },
    endSession: async () => void (await ask({ kind: 'end-session' })),
    close: async () => void (await worker.terminate()),
  };
}
