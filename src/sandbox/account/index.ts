export type { Account, Bucket, Policy, Tag, User, Vpc } from './types.ts';
