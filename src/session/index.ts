/** What a page may load at once; the session itself is behind `Reader.open`. */
export { progress } from './progress.ts';
export { type Reader, readerOf } from './reader.ts';
export { isSame, outcomeOf, shownSteps } from './state.ts';
export { createStored, type Stored } from './stored.ts';
export type * from './types.ts';
export { variablesOf } from './variables.ts';
