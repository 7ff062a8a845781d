/** What doctest runs say about a page, for its readers. Runs in the browser too. */
export { ageInDays, judgeTrust, OLD, type Trust } from './judge.ts';
export { packTrust, recordsOf } from './pack.ts';
export type * from './types.ts';
