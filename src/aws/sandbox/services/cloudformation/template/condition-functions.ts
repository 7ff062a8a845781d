import { validationError } from '../cloudformation-errors.ts';
import type { TemplateFunction } from './scope.ts';
import { functionOf } from './types.ts';

/** Most members of an Fn::And or Fn::Or (CloudFormation User Guide, "Condition functions"). */
const MOST = 10;

/** The functions of conditions. */
export const conditionFunctions: Readonly<Record<string, TemplateFunction>> = {
  'Fn::If': (argument, scope, evaluate) => {
    const [name, met, unmet, ...more] = Array.isArray(argument) ? argument : [];
    if (typeof name !== 'string' || unmet === undefined || more.length > 0)
      throw validationError('Template error: Fn::If requires a list argument with three elements');
    return evaluate(scope.condition(name) ? met : unmet, scope);
  },
  'Fn::Equals': (argument, scope, evaluate) => {
    if (!Array.isArray(argument) || argument.length !== 2)
      throw validationError('Template error: Fn::Equals requires a list argument with two elements');
    const [left, right] = argument.map((one) => JSON.stringify(asText(evaluate(one, scope))));
    return left === right;
  },
  'Fn::Not': (argument, scope, evaluate) => {
    if (!Array.isArray(argument) || argument.length !== 1)
      throw validationError('Template error: Fn::Not requires a list argument with one element');
    return !holds(argument[0], scope, evaluate);
  },
  'Fn::And': (argument, scope, evaluate) =>
    members('Fn::And', argument).every((one) => holds(one, scope, evaluate)),
  'Fn::Or': (argument, scope, evaluate) =>
    members('Fn::Or', argument).some((one) => holds(one, scope, evaluate)),
};

const holds: TemplateFunction = (condition, scope, evaluate) => {
  const result = evaluate(condition, scope);
  return result === true || result === 'true';
};

function members(name: string, argument: unknown): readonly unknown[] {
  if (
    !Array.isArray(argument) ||
    argument.length < 2 ||
    argument.length > MOST ||
    !argument.every(functionOf)
  )
    throw validationError(
      `Template error: every ${name} object requires a list of at least 2 and at most ${MOST} boolean parameters.`,
    );
  return argument;
}

/** `true` and `"true"` are equal. */
function asText(value: unknown): unknown {
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
}
