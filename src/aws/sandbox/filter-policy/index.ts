export { FilterPolicyError } from './error.ts';
export { matchesAttributes, matchesBody } from './match-policy.ts';
export { parseNumeric } from './numeric.ts';
export { type FilterPolicyScope, parseFilterPolicy, readObject } from './parse-filter-policy.ts';
export { TokenReader } from './reader.ts';
export { equals, parseCidrCondition, readFlag, readTextOperand, readValues } from './rules.ts';
export type { JsonToken } from './tokens.ts';
export type { FilterCondition, FilterPolicy } from './types.ts';
