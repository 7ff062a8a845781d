/** What must not be published, found and replaced. Pure. */
export { Scrubber, type ScrubOptions } from './scrubber.ts';
export type { Sensitive } from './sensitive.ts';
