/** What must not be published, found and replaced. Pure. */
export { publishedKey } from './placeholder.ts';
export { Scrubber, type ScrubOptions } from './scrubber.ts';
export type { Sensitive } from './sensitive.ts';
