export { readAccount } from './read.ts';
export { accountStrings } from './strings.ts';
export type { Account, CustomerPolicy, Group, Role, Tag, User } from './types.ts';
