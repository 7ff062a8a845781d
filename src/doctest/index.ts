/** Plans, runs and reports. */
export { changedFiles } from './changed.ts';
export {
  type ComparedPage,
  comparedPageText,
  comparedSummary,
  comparePages,
} from './compare/index.ts';
export {
  blockedReport,
  openPool,
  type RunnerPool,
  type RunPlanOptions,
  runPlan,
  stepThrough,
  threadPool,
  touchedBy,
  type Walker,
  type WatchOptions,
  watchPlan,
} from './engine/index.ts';
export { beginLiveRun, type LiveRun } from './live/live-run.ts';
export {
  createReadCache,
  makePlan,
  type PageParser,
  type Plan,
  type PlanOptions,
  planForRun,
  type ReadCache,
  type ReadCacheOptions,
  type Shard,
} from './plan/index.ts';
export { saveRecordings } from './recording/save-recordings.ts';
export * from './report/index.ts';
export { factsOf } from './targets/facts-of-run.ts';
export { type PreparedRun, prepareRun } from './targets/prepare.ts';
export type { TargetOptions } from './targets/target-options.ts';

export { type Finding, findingsText, toolFindings } from './targets/tool-findings.ts';
export { changesText, planUpdates } from './update/index.ts';
