export { admit, notesOn } from './admit.ts';
export { careful } from './careful.ts';
export { discreet } from './discreet.ts';
export { findCaller } from './find-caller.ts';
export {
  closeLogbook,
  interrupt,
  isInterrupted,
  type Logbook,
  leftCourses,
  noteCleanedUp,
  openLogbook,
  settleEarlier,
  unfinishedRuns,
} from './logbook.ts';
export { type Environment, networkVariables, proxyPasswords, trustedCertificates } from './network.ts';
export type { LiveCaller } from './types.ts';
