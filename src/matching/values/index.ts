export { compareString, type Outcome, type StringPosition } from './compare-string.ts';
export { epochOf, sameUnit } from './epoch.ts';
export { isGiven, isSameValue } from './given.ts';
export { isTimeKey } from './key-names.ts';
export { fixedWords, wordsOf } from './marks.ts';
export { maskedValues } from './masked-values.ts';
export { queriedKey } from './query-key.ts';
export { segment } from './segment.ts';
export { instant } from './timestamp.ts';
