export { compareString, type Outcome, type Place } from './compare-string.ts';
export { ELISION, isElision } from './elision.ts';
