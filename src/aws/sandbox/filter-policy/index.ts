export { addressBytes } from './cidr.ts';
export { FilterPolicyError } from './error.ts';
export { matchesAttributes, matchesBody } from './match.ts';
export { parseNumeric } from './numeric.ts';
export { type FilterPolicyScope, parseFilterPolicy } from './parse-filter-policy.ts';
export { TokenReader } from './reader.ts';
export type { JsonToken } from './tokens.ts';
export type { FilterCondition, FilterPolicy } from './types.ts';
