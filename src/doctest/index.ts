/** The runner without its host: what to run, and how to tell what became of it. The worker's door is `run/`. */
export { InputError, UsageError } from './errors.ts';
export { makePlan, type Plan, type PlannedPage, type PlanOptions, type Shard } from './plan/index.ts';
export * from './report/index.ts';
export { type PreparedRun, prepareRun, type RunChoice } from './targets/prepare.ts';
export type { RunTarget } from './targets/types.ts';
