import { validationError } from '../cloudformation-errors.ts';
import { conditionFunctions } from './condition-functions.ts';
import { listFunctions } from './list-functions.ts';
import { PLACEHOLDER, readSub, splitOnce } from './references.ts';
import type { Scope } from './scope.ts';
import { functionOf, isObject, type TemplateValue } from './types.ts';

/** Value of `AWS::NoValue`: it removes the property that has it. */
const NO_VALUE = Symbol('AWS::NoValue');

/** Works out a value: its functions are replaced by their results. Throws a ValidationError. */
export function evaluateValue(value: TemplateValue, scope: Scope): unknown {
  const call = functionOf(value);
  if (call) return callFunction(call.name, call.argument, scope);
  if (Array.isArray(value))
    return value.map((item) => evaluateValue(item, scope)).filter((item) => item !== NO_VALUE);
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        const result = evaluateValue(inner, scope);
        return result === NO_VALUE ? [] : [[key, result]];
      }),
    );
  return value;
}

/** The same where text is needed. */
export function evaluateText(value: TemplateValue, scope: Scope): string {
  return textOf(evaluateValue(value, scope));
}

/** A number or truth value as text. */
function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function callFunction(name: string, argument: unknown, scope: Scope): unknown {
  switch (name) {
    case 'Ref':
      return refer(String(argument), scope);
    case 'Fn::GetAtt':
      return getAttribute(argument, scope);
    case 'Fn::Sub':
      return substitute(argument, scope);
    case 'Fn::ImportValue':
      return scope.imported(evaluateText(argument, scope));
    case 'Condition':
      return typeof argument === 'string' && Object.hasOwn(scope.template.conditions, argument)
        ? scope.condition(argument)
        : { Condition: evaluateValue(argument, scope) };
  }
  const known = listFunctions[name] ?? conditionFunctions[name];
  if (!known) throw validationError(`Template format error: Unrecognized function ${name}.`);
  return known(argument, scope, evaluateValue);
}

function refer(name: string, scope: Scope): unknown {
  if (name === 'AWS::NoValue') return NO_VALUE;
  const value = scope.parameter(name) ?? scope.resource(name)?.ref;
  if (value === undefined) throw unresolved(name);
  return value;
}

/** A resource whose condition does not hold is not there. */
function unresolved(name: string) {
  return validationError(
    `Template format error: Unresolved resource dependencies [${name}] in the Resources block of the template`,
  );
}

function getAttribute(argument: unknown, scope: Scope): unknown {
  const [name = '', attribute] = typeof argument === 'string' ? splitOnce(argument) : (argument as unknown[]);
  const resource = scope.resource(String(name));
  if (!resource) throw unresolved(String(name));
  return resource.attribute(evaluateText(attribute, scope));
}

function substitute(argument: unknown, scope: Scope): string {
  const { text, own } = readSub(argument);
  const replaced = text.replace(PLACEHOLDER, (_, inner: string) => {
    const key = inner.trim();
    if (Object.hasOwn(own, key)) return evaluateText(own[key], scope);
    const [name = '', attribute] = splitOnce(key);
    return textOf(attribute === undefined ? refer(name, scope) : getAttribute([name, attribute], scope));
  });
  return replaced.replaceAll('${!', '${');
}
