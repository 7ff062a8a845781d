export { compareString, type Outcome, type StringPosition } from './compare-string.ts';
export { ELISION, isElision } from './elision.ts';
export { maskedValues } from './masked-values.ts';
export { segment } from './segment.ts';
