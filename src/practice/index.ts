export { HOME, startingEnvironment, WORKING_DIRECTORY } from './home.ts';
export { openPractice } from './open.ts';
export type { Practice, PracticeOptions, StepOutcome } from './types.ts';
