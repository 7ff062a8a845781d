export { failsLate, readFailure } from './errors.ts';
export { readAnswer, streamMember } from './read.ts';
