export { FilterPolicyError } from './error.ts';
export { matchesAttributes, matchesBody } from './match.ts';
export { type FilterPolicyScope, parseFilterPolicy } from './parse-filter-policy.ts';
