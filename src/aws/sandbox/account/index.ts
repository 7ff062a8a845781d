export { readAccount } from './read-account.ts';
export { accountStrings } from './strings.ts';
export type { Account, AccountRole, CustomerPolicy, Group, Tag, User } from './types.ts';
