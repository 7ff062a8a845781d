export { isConditionOperator } from './conditions/index.ts';
export { findDenial } from './evaluate-policies.ts';
export { type AccessDecision, decide, type PolicySet, type PolicyType } from './judge-statements.ts';
export type { AccessRequest, ConditionContext, PolicyStatement, RequestPrincipal } from './types.ts';
