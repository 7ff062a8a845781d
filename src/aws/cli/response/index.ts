export { isErrorDespite200, readFailure } from './error-response.ts';
export { readAnswer, streamMember } from './read-response.ts';
