/** Runs plans. What opens sessions is loaded by the thread or process that runs pages. */
export { openPool, threadPool } from './pools.ts';
export { type RunPlanOptions, runPlan } from './run-plan.ts';
export type { RunnerPool } from './runner-pool.ts';
export { stepThrough, type Walker } from './step-through.ts';
export { type WatchOptions, watchPlan } from './watch.ts';
export { blockedReport, touchedBy } from './watched-plan.ts';
