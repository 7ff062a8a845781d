import { toList } from '../one-or-more.ts';
import type { PolicyVariables } from '../patterns.ts';
import type { ConditionBlock, ConditionContext } from '../types.ts';
import { comparisons, operatorNames } from './operators.ts';
import type { OperatorComparison } from './types.ts';

/** An operator's name, taken apart: `ForAnyValue:StringLikeIfExists`. */
interface Operator {
  readonly set?: 'forallvalues' | 'foranyvalue';
  readonly name: string;
  readonly ifExists: boolean;
}

/** Tells whether all conditions of a statement hold. One with an unknown operator never does. */
export function conditionsHold(
  block: ConditionBlock,
  context: ConditionContext,
  variables: PolicyVariables,
): boolean {
  return Object.entries(block).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) =>
      holds(parseOperator(operator), context.get(key.toLowerCase()), toList(wanted).map(String), variables),
    ),
  );
}

/** Tells whether IAM has an operator of this name. IAM refuses `stringEquals` when a policy is made. */
export function isConditionOperator(text: string): boolean {
  const [, name = ''] = /^(?:ForAllValues:|ForAnyValue:)?(.+?)(?:IfExists)?$/.exec(text) ?? [];
  return text === 'Null' || operatorNames.has(name);
}

function holds(
  { set, name, ifExists }: Operator,
  actual: readonly string[] | undefined,
  wanted: readonly string[],
  variables: PolicyVariables,
): boolean {
  if (name === 'null')
    return wanted.some((value) => (value.toLowerCase() === 'true') === (actual === undefined));
  const comparison = comparisons.get(name);
  if (!comparison) return false;
  if (set === 'forallvalues')
    return (actual ?? []).every((value) => valueHolds(comparison, value, wanted, variables));
  if (actual === undefined) return ifExists || (comparison.negated && set === undefined);
  // Without a set operator one value is expected; negations hold for it, or for all where there are more.
  return comparison.negated && set === undefined
    ? actual.every((value) => valueHolds(comparison, value, wanted, variables))
    : actual.some((value) => valueHolds(comparison, value, wanted, variables));
}

/** Values of the policy are alternatives; a negation holds where none of them does. */
function valueHolds(
  comparison: OperatorComparison,
  actual: string,
  wanted: readonly string[],
  variables: PolicyVariables,
): boolean {
  return wanted.some((value) => comparison.holds(actual, value, variables)) !== comparison.negated;
}

function parseOperator(text: string): Operator {
  const match = /^(?:(forallvalues|foranyvalue):)?(.+?)(ifexists)?$/.exec(text.toLowerCase());
  return {
    set: match?.[1] as Operator['set'],
    name: match?.[2] ?? '',
    ifExists: match?.[3] !== undefined,
  };
}
