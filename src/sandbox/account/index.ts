export { type AccountReading, readAccount } from './read.ts';
export { accountStrings } from './strings.ts';
export type { Account, Bucket, Policy, Tag, User, Vpc } from './types.ts';
