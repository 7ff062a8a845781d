export { explainResult } from './explain-result.ts';
export { type Explanation, explainScript, optionTexts } from './explain-script.ts';
export { loadManual } from './load.ts';
export type { Manual } from './types.ts';
