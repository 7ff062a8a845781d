export { readFailure } from './errors.ts';
export { readAnswer } from './read.ts';
export type { Reading } from './walk.ts';
