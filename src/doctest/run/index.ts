import { type Ahead, startAhead } from './ahead.ts';
import { beginPageIn, type PageRun } from './page-run.ts';
import { createLane } from './session.ts';
import type { PageTask } from './types.ts';

export type { RecordedPage } from '../recording/recorder.ts';
export { describeStep, reportBlocked, reportOutcome } from '../report/step.ts';
export type { StepReport } from '../report/types.ts';
export type { Ahead } from './ahead.ts';
export type { PageRun, StepRun } from './page-run.ts';
export type { PageFailure, PageTask } from './types.ts';

const lane = createLane();
let begun: ReturnType<typeof startAhead> | undefined;

/** Begins a page; with `ahead` all chains are begun with the first page, and wait until they are asked for. */
export async function beginPage(task: PageTask, ahead?: Ahead): Promise<PageRun> {
  if (!ahead) return beginPageIn(lane, task);
  begun ??= startAhead(ahead);
  return begun(task.page.file);
}
