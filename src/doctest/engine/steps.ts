/** The door for other hosts, which run a page step by step. It reads no MDX. */
export { failureMessage } from '../report/github-report.ts';
export { describeStep, reportBlocked, reportOutcome } from '../report/step.ts';
export type { StepReport } from '../report/types.ts';
export { beginPage, type PageRun } from './page-run.ts';
export { createSessionSlot } from './session-slot.ts';
export type { PageTask } from './types.ts';
