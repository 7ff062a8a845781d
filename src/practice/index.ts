export { createPractice } from './create.ts';
export { SIMULATED_FACTS } from './facts.ts';
export { playFrom, recordedAccountData } from './from-recording.ts';
export { HOME, startingEnvironment, startingFiles, WORKING_DIRECTORY } from './home.ts';
export { openPractice } from './open.ts';
export { judgePasted } from './pasted/index.ts';
export { DEFAULT_SEED } from './seed.ts';
export type {
  Practice,
  PracticeClock,
  Revising,
  SimulatedPractice,
  StepOutcome,
} from './types.ts';
