/** Results of doctest runs, shown to the readers of a page. Runs in the browser too. */
export { ageInDays, judgeTrust, OLD, type Trust } from './judge.ts';
export { packTrust, recordsOf } from './pack.ts';
export type * from './types.ts';
