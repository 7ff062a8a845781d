import { withStepsOf } from '../packed.ts';
import type { PageParser } from '../plan/read-cache.ts';
import type { StepReport } from '../report/types.ts';
import { type ProgressWatch, watchProgress } from './progress.ts';
import type { PageRunner } from './types.ts';
import { type FromWorker, startPageWorker, type ToWorker } from './worker.ts';

/** A thread that parses pages, and runs them: what happens there can be ended, and cannot end this process. */
export interface PageThread extends PageRunner {
  readonly parse: PageParser;
}

type Answer = Exclude<FromWorker, { kind: 'ended' }>;

/** The one thing that the thread was asked for and has not done yet. */
interface Call {
  readonly watch?: ProgressWatch;
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

export function createPageThread(): PageThread {
  const worker = startPageWorker();
  let call: Call | undefined;
  let broken: Error | undefined;
  const breakOff = (error: Error): void => {
    broken ??= error;
    call?.watch?.look();
    call?.reject(broken);
  };
  worker.on('error', breakOff);
  worker.on('exit', (code) =>
    breakOff(new Error(`The thread that runs pages ended with exit code ${code}.`)),
  );
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'ended') call?.watch?.events.ended(message.index, message.report);
    else call?.resolve(message);
  });
  worker.unref(); // a run that is refused before it begins need not wait for it
  const ask = async <Kind extends Answer['kind']>(
    kind: Kind,
    message: ToWorker,
    watch?: ProgressWatch,
  ): Promise<Extract<Answer, { kind: Kind }>> => {
    if (broken) throw broken;
    worker.ref();
    try {
      const answer = await new Promise<Answer>((resolve, reject) => {
        call = { watch, resolve, reject };
        worker.postMessage(message);
      });
      if (answer.kind !== kind) throw new Error(`The thread that runs pages gave no ${kind}.`);
      return answer as Extract<Answer, { kind: Kind }>;
    } finally {
      call = undefined;
      worker.unref();
    }
  };
  return {
    parse: async (text, identity, options) => {
      const { extraction, steps } = await ask('extraction', { kind: 'parse', text, page: identity, options });
      const { page } = extraction;
      return page && steps ? { ...extraction, page: withStepsOf(page, steps) } : extraction;
    },
    run: async (task, events) => {
      const { steps } = task.page;
      const ended = new Map<number, StepReport>();
      const watch = watchProgress(steps, {
        began: events.began,
        ended: (index, report) => {
          ended.set(index, report);
          events.ended(index, report);
        },
      });
      try {
        const { report } = await ask('page', { kind: 'run', task, progress: watch.progress }, watch);
        watch.finish();
        return { ...report, steps: steps.flatMap((_, index) => ended.get(index) ?? []) };
      } finally {
        watch.stop();
      }
    },
    endSession: async () => void (await ask('session-ended', { kind: 'end-session' })),
    close: async () => void (await worker.terminate()),
  };
}
