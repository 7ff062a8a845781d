/** From what happened to its cause and the way back: for the page, the paste box, doctest's report and live runs. */
export { diagnose, explainDiagnosis } from './diagnose.ts';
export { readAwsError } from './read-error.ts';
export type * from './types.ts';
