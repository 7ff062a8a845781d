import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Language, language, setLanguage } from '../../language/index.ts';
import type { Extraction, ExtractOptions, PageIdentity } from '../../procedure/index.ts';
import { packSteps } from '../packed.ts';
import { isPlainPass } from '../report/step.ts';
import type { PageReport, StepReport } from '../report/types.ts';
import { noteBegin, notePass, type SharedProgress } from './progress.ts';
import type { PageTask } from './types.ts';

/** Messages to a worker thread: a page to parse, a page to run, or the end of a chain. */
export type ToWorker =
  | {
      readonly kind: 'parse';
      readonly text: string;
      readonly page: PageIdentity;
      readonly options: ExtractOptions;
    }
  | { readonly kind: 'run'; readonly task: PageTask; readonly progress: SharedProgress }
  | { readonly kind: 'end-session' };

/** Messages from it. Steps of a page that was parsed are packed; of those that ran, only what `progress` cannot tell. */
export type FromWorker =
  | { readonly kind: 'ended'; readonly index: number; readonly report: StepReport }
  | { readonly kind: 'extraction'; readonly extraction: Extraction; readonly steps?: Uint8Array }
  | { readonly kind: 'page'; readonly report: Omit<PageReport, 'steps'> }
  | { readonly kind: 'session-ended' };

const MARK = 'tejun-pages';

/** Data that a thread is started with. */
interface Started {
  readonly mark: typeof MARK;
  readonly language: Language;
}

/**
 * In MiB. Twice the usual room for what a page leaves behind: it is collected young, and not copied. With a limit below
 * 2 GiB the rest grows to twice what is live before it is collected, not to four times (V8's `MaxGrowingFactor`).
 */
const MEMORY = { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 2000 };

/** Starts this module in a thread of its own. */
export const startPageWorker = (): Worker =>
  new Worker(new URL(import.meta.url), {
    workerData: { mark: MARK, language: language() } satisfies Started,
    resourceLimits: MEMORY,
  });

if (!isMainThread && (workerData as Started | null)?.mark === MARK)
  void serve((workerData as Started).language);

async function serve(spoken: Language): Promise<void> {
  const port = parentPort;
  if (!port) return;
  const send = (message: FromWorker): void => port.postMessage(message);
  // Loaded while the main thread still finds files.
  const ready = Promise.all([
    setLanguage(spoken),
    import('./local-runner.ts').then(({ createLocalRunner }) => createLocalRunner()),
    import('../targets/sandbox-in-process.ts'),
  ]);
  port.on('message', async (message: ToWorker) => {
    if (message.kind === 'parse') {
      const { text, page, options } = message;
      const { readPage } = await import('../../procedure/read-page.ts');
      send(packedExtraction(readPage(text, page, options)));
      return;
    }
    const [, runner] = await ready;
    if (message.kind === 'end-session') {
      await runner.endSession();
      send({ kind: 'session-ended' });
      return;
    }
    const { task, progress } = message;
    const { steps: _, ...report } = await runner.run(task, {
      began: (index) => noteBegin(progress, index),
      ended: (index, step) => {
        if (isPlainPass(step)) notePass(progress, index, step.durationMs);
        else send({ kind: 'ended', index, report: step });
      },
    });
    send({ kind: 'page', report });
  });
}

function packedExtraction(extraction: Extraction): FromWorker {
  const { page, ...rest } = extraction;
  if (!page) return { kind: 'extraction', extraction };
  return {
    kind: 'extraction',
    extraction: { ...rest, page: { ...page, steps: [] } },
    steps: packSteps(page.steps),
  };
}
