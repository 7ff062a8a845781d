export { isConditionOperator } from './conditions/index.ts';
export { judge, type PolicySet, type PolicyType } from './judge.ts';
export type { AccessRequest, ConditionContext, RequestPrincipal, Statement } from './types.ts';
