export { isConditionOperator } from './conditions/index.ts';
export { judge, type PolicySet, type PolicyType, type Verdict } from './judge.ts';
export type { AccessRequest, ConditionContext, RequestPrincipal, Statement } from './types.ts';
