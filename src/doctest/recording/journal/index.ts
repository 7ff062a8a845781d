/** The calls of `aws` under bash, caught as they are made. */
export { CallLog, type IncompleteCall, type JournalCall } from './journal.ts';
