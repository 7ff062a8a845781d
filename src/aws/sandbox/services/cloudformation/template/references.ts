import { templateError, validationError } from '../cloudformation-errors.ts';
import { PSEUDO_PARAMETERS } from './scope.ts';
import { functionOf, isObject, type Template, type TemplateValue } from './types.ts';

/** A mention of a parameter or resource in a template. */
interface Reference {
  readonly kind: 'Ref' | 'Fn::GetAtt' | 'Fn::Sub' | 'Condition';
  readonly name: string;
  /** Of a GetAtt. */
  readonly attribute?: string;
}

/** Finds what a value mentions, at any depth. Throws where an argument has not its form. */
export function referencesIn(value: TemplateValue): Reference[] {
  const call = functionOf(value);
  if (call) return [...ownReferences(call.name, call.argument), ...referencesIn(call.argument)];
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  return isObject(value) ? Object.values(value).flatMap(referencesIn) : [];
}

function ownReferences(name: string, argument: unknown): Reference[] {
  if (name === 'Ref') {
    if (typeof argument !== 'string')
      throw templateError('every Ref object must have a single String value.');
    return [{ kind: 'Ref', name: argument }];
  }
  if (name === 'Condition' && typeof argument === 'string') return [{ kind: 'Condition', name: argument }];
  if (name === 'Fn::If' && Array.isArray(argument)) return [{ kind: 'Condition', name: String(argument[0]) }];
  if (name === 'Fn::GetAtt') return [getAtt(argument)];
  if (name === 'Fn::Sub') return subReferences(argument);
  return [];
}

function getAtt(argument: unknown): Reference {
  const parts = typeof argument === 'string' ? splitOnce(argument) : argument;
  if (!Array.isArray(parts) || parts.length !== 2 || parts.some((part) => part === '' || isNothing(part)))
    throw validationError(
      'Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
    );
  return { kind: 'Fn::GetAtt', name: String(parts[0]), attribute: String(parts[1]) };
}

const isNothing = (value: unknown) => value === undefined || value === null;

/** `Queue.Arn` -> `['Queue', 'Arn']` */
export function splitOnce(text: string): string[] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

/** `${Queue.Arn}`, but not `${!Literal}`. */
export const PLACEHOLDER = /\$\{(?!!)([^${}]*)\}/g;

/** The text of an Fn::Sub, with the names that it defines itself. */
export function readSub(argument: unknown): { text: string; own: Readonly<Record<string, unknown>> } {
  if (typeof argument === 'string') return { text: argument, own: {} };
  const [text, own, ...more] = Array.isArray(argument) ? argument : [];
  if (typeof text !== 'string' || !isObject(own) || more.length > 0)
    throw validationError(
      "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string",
    );
  return { text, own };
}

function subReferences(argument: unknown): Reference[] {
  const { text, own } = readSub(argument);
  return [...text.matchAll(PLACEHOLDER)].flatMap(([, inner = '']): Reference[] => {
    const [name = '', attribute] = splitOnce(inner.trim());
    if (Object.hasOwn(own, name)) return [];
    return [{ kind: 'Fn::Sub', name, ...(attribute !== undefined && { attribute }) }];
  });
}

/** Checks that everything that a template mentions is in it. Throws a ValidationError. */
export function checkReferences(template: Template): void {
  checkConditions(template);
  const missing = (values: readonly TemplateValue[]) => [
    ...new Set(
      values
        .flatMap(referencesIn)
        .filter(({ kind, name }) => kind !== 'Condition' && !isKnown(template, name))
        .map((reference) => {
          if (reference.kind === 'Fn::GetAtt')
            throw validationError(
              `Template error: instance of Fn::GetAtt references undefined resource ${reference.name}`,
            );
          return reference.name;
        }),
    ),
  ];
  const dependsOn = Object.values(template.resources).flatMap(({ DependsOn = [] }) => DependsOn);
  const inResources = [
    ...missing(Object.values(template.resources).map(({ Properties }) => Properties)),
    ...dependsOn.filter((name) => !Object.hasOwn(template.resources, name)),
  ];
  if (inResources.length > 0)
    throw templateError(
      `Unresolved resource dependencies [${inResources.join(', ')}] in the Resources block of the template`,
    );
  const inOutputs = missing(Object.values(template.outputs));
  if (inOutputs.length > 0)
    throw templateError(
      `Unresolved resource dependencies [${inOutputs.join(', ')}] in the Outputs block of the template`,
    );
}

function isKnown({ parameters, resources }: Template, name: string): boolean {
  return (
    [parameters, resources].some((names) => Object.hasOwn(names, name)) || PSEUDO_PARAMETERS.includes(name)
  );
}

function checkConditions({ conditions, parameters, resources, outputs }: Template): void {
  const all = Object.values(conditions).flatMap(referencesIn);
  const foreign = all.filter(
    ({ kind, name }) =>
      kind !== 'Condition' && !Object.hasOwn(parameters, name) && !PSEUDO_PARAMETERS.includes(name),
  );
  if (foreign.length > 0)
    throw templateError(
      `Unresolved dependencies [${[...new Set(foreign.map(({ name }) => name))].join(', ')}]. Cannot reference resources in the Conditions block of the template`,
    );
  const used = {
    Conditions: conditionsIn(Object.values(conditions)),
    Resources: Object.values(resources).flatMap((one) => [
      ...[one.Condition ?? []].flat(),
      ...conditionsIn(one.Properties),
    ]),
    Outputs: Object.values(outputs).flatMap((one) => [
      ...[one.Condition ?? []].flat(),
      ...conditionsIn(one.Value),
    ]),
  };
  for (const [block, names] of Object.entries(used)) {
    const missing = names.find((name) => !Object.hasOwn(conditions, name));
    if (missing !== undefined)
      throw templateError(`Unresolved condition dependency ${missing} in the ${block} block of the template`);
  }
}

/** Names of the conditions that a value mentions. */
function conditionsIn(value: TemplateValue): string[] {
  return referencesIn(value).flatMap(({ kind, name }) => (kind === 'Condition' ? [name] : []));
}
