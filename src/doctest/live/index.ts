export { assertAccountAllowed, callerNotes } from './check-caller.ts';
export { findCaller } from './find-caller.ts';
export { withSafeguards } from './live-safeguards.ts';
export {
  closeLogbook,
  coursesToCleanUp,
  interrupt,
  isInterrupted,
  type Logbook,
  markCleanedUp,
  openLogbook,
  resolveEarlierRuns,
  unfinishedRuns,
} from './logbook.ts';
export { type Environment, networkVariables, proxyPasswords, trustedCertificates } from './network.ts';
export { redactOutcomes } from './redact-outcomes.ts';
export type { LiveCaller } from './types.ts';
