export { readFailure } from './errors.ts';
export { readAnswer } from './read.ts';
