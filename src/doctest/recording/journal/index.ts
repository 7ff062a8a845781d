/** The calls of `aws` under bash, caught as they are made. */
export { type IncompleteCall, Journal, type JournalCall } from './journal.ts';
