/** Recordings in the place of `aws`. */
export { ageProblem } from './age.ts';
export { RecordedPages } from './recorded-pages.ts';
