import { functionsIn, type LambdaPlace } from './lambda-state.ts';

/** The resource-based policy of a function, a version or an alias, by its ARN; undefined where it has none. */
export function policyOfFunction(arn: string, place: LambdaPlace): unknown {
  const [, , service, , , kind, name = '', qualifier = ''] = arn.split(':');
  if (service !== 'lambda' || kind !== 'function') return undefined;
  const policy = functionsIn(place).get(name)?.policies.get(qualifier);
  return policy && { Version: '2012-10-17', Id: 'default', Statement: policy.statements };
}
