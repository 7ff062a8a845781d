export { compareString, type Outcome, type StringPosition } from './compare-string.ts';
export { maskedValues } from './credentials.ts';
export { fixedWords, wordsOf } from './fixed-words.ts';
export { isGiven, isSameValue } from './given.ts';
export { isTimeKey, queriedKey } from './key-names.ts';
export { segment } from './segment.ts';
export { epochOf, instant, sameUnit } from './timestamp.ts';
