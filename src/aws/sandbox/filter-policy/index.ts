export { matchesAttributes, matchesBody } from './match-policy.ts';
export { parseNumeric } from './operands.ts';
export { type FilterPolicyScope, parseFilterPolicy, readObject } from './parse-filter-policy.ts';
export { FilterPolicyError, type JsonToken, TokenReader } from './reader.ts';
export { equals, parseCidrCondition, readFlag, readTextOperand, readValues } from './rules.ts';
export type { FilterCondition, FilterPolicy } from './types.ts';
