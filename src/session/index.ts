/** What a page may load at once; the session itself is behind `Reader.open`. */

export { createPersistedStore } from './local-storage.ts';
export { getSession, type PracticeSession } from './practice-session.ts';
export { progress } from './progress.ts';
export { canRemedy, remedy } from './remedies.ts';
export { isSame, isStale, lastEventOf, outcomeOf, shownSteps } from './state.ts';
export type * from './types.ts';
export { variablesOf } from './variables.ts';
