export { completeReport, completeReports } from './complete.ts';
export { jsonReport } from './json.ts';
export { planText } from './plan-text.ts';
export { describeStep } from './step.ts';
export { failuresText, pageText, summaryText, type TextOptions } from './text.ts';
export { runPassed } from './totals.ts';
export type { PageReport, Provenance, RunReport, StepReport } from './types.ts';
