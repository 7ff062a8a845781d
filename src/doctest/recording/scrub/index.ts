/** Redaction of what must not be published. Pure. */
export { publishedKey } from './placeholder-for.ts';
export { Scrubber, type ScrubOptions } from './scrubber.ts';
export type { Sensitive } from './sensitive.ts';
