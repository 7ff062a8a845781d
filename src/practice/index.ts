export { createPractice } from './create-practice.ts';
export { openPractice, playFrom, recordedAccountData } from './open.ts';
export { judgePasted } from './pasted/index.ts';
export { startingFiles } from './starting-files.ts';
export {
  DEFAULT_SEED,
  HOME,
  SIMULATED_FACTS,
  startingEnvironment,
  WORKING_DIRECTORY,
} from './starting-point.ts';
export type {
  Practice,
  PracticeClock,
  Revising,
  SimulatedPractice,
  StepOutcome,
} from './types.ts';
