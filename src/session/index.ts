/** Entry of the session for pages; the session itself is loaded by `open`. */

export { createPersistedStore, variablesOf } from './local-storage.ts';
export { getSession, type PracticeSession } from './practice-session.ts';
export { progress } from './progress.ts';
export { canRemedy, remedy } from './remedies.ts';
export { isSame, isStale, lastEventOf, lastOutcome, shownSteps, stepNumber } from './session-state.ts';
export type * from './types.ts';
