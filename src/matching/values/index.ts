export { compareString, type Outcome, type Place } from './compare-string.ts';
export { ELISION, isElision } from './elision.ts';
export { maskedValues } from './masked-values.ts';
export { segment } from './segment.ts';
