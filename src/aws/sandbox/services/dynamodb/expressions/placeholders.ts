import { invalid } from '../dynamodb-errors.ts';
import { type AttributeValue, checkedValue } from '../values/index.ts';
import { type ExpressionText, invalidExpression } from './parse.ts';
import { isReservedWord } from './reserved-words.ts';
import type { DocumentPath, PathStep, RawPath } from './types.ts';

/** The names and values that a request gives to its expressions. */
export interface PlaceholderInput {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Readonly<Record<string, AttributeValue>> | undefined;
}

/** Looks up names and values, and remembers which were used. */
export interface Placeholders {
  /** Throws ValidationException where a name is not defined. */
  path(path: RawPath, expression: ExpressionText): DocumentPath;
  value(name: string, expression: ExpressionText): AttributeValue;
  /** Throws ValidationException where a name or a value was not used by any expression. */
  finish(): void;
}

/** Context of a syntax tree that becomes a tree of known names and values. */
export interface ResolveContext {
  readonly expression: ExpressionText;
  readonly placeholders: Placeholders;
}

/** Reads and checks what a request gives. `expressions` are the parameters that would use it, for the message. */
export function readPlaceholders(
  { ExpressionAttributeNames: names, ExpressionAttributeValues: values }: PlaceholderInput,
  { expressions, given }: { readonly expressions: readonly string[]; readonly given: boolean },
): Placeholders {
  if (!given) refuseWithout(names, values, expressions);
  checkKeys('ExpressionAttributeNames', names, /^#[A-Za-z0-9_]+$/);
  checkKeys('ExpressionAttributeValues', values, /^:[A-Za-z0-9_]+$/);
  const known = checkValues(values);
  const used = new Set<string>();
  const nameOf = (step: PathStep, expression: ExpressionText): string | number => {
    if ('index' in step) return step.index;
    if ('name' in step) return step.name;
    used.add(step.alias);
    const name = own(names, step.alias);
    if (name !== undefined) return name;
    throw invalidExpression(
      expression,
      `An expression attribute name used in the document path is not defined; attribute name: ${step.alias}`,
    );
  };
  return {
    path: ({ parts }, expression) => parts.map((step) => nameOf(step, expression)) as unknown as DocumentPath,
    value: (name, expression) => {
      used.add(name);
      const value = known.get(name);
      if (value) return value;
      throw invalidExpression(
        expression,
        `An expression attribute value used in expression is not defined; attribute value: ${name}`,
      );
    },
    finish: () => {
      refuseUnused('ExpressionAttributeNames', names, used);
      refuseUnused('ExpressionAttributeValues', values, used);
    },
  };
}

/** Throws where a path has a reserved word for a name. */
export function refuseReserved({ parts }: RawPath, expression: ExpressionText): void {
  for (const step of parts)
    if ('name' in step && isReservedWord(step.name))
      throw invalidExpression(
        expression,
        `Attribute name is a reserved keyword; reserved keyword: ${step.name}`,
      );
}

function own<Value>(map: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return map && Object.hasOwn(map, key) ? map[key] : undefined;
}

function refuseWithout(names: unknown, values: unknown, expressions: readonly string[]): void {
  if (names !== undefined)
    throw invalid('ExpressionAttributeNames can only be specified when using expressions');
  if (values === undefined) return;
  const reason =
    expressions.length === 0
      ? ''
      : `: ${expressions.join(' and ')} ${expressions.length === 1 ? 'is' : 'are'} null`;
  throw invalid(`ExpressionAttributeValues can only be specified when using expressions${reason}`);
}

function checkKeys(parameter: string, map: object | undefined, form: RegExp): void {
  if (map === undefined) return;
  if (Object.keys(map).length === 0) throw invalid(`${parameter} must not be empty`);
  for (const key of Object.keys(map))
    if (!form.test(key)) throw invalid(`${parameter} contains invalid key: Syntax error; key: "${key}"`);
}

function checkValues(values: PlaceholderInput['ExpressionAttributeValues']): Map<string, AttributeValue> {
  return new Map(
    Object.entries(values ?? {}).map(([name, value]) => {
      try {
        return [name, checkedValue(value)];
      } catch (error) {
        const reason = error instanceof Error ? error.message : '';
        throw invalid(`ExpressionAttributeValues contains invalid value: ${reason} for key ${name}`);
      }
    }),
  );
}

function refuseUnused(parameter: string, map: object | undefined, used: ReadonlySet<string>): void {
  const unused = Object.keys(map ?? {}).filter((key) => !used.has(key));
  if (unused.length > 0)
    throw invalid(`Value provided in ${parameter} unused in expressions: keys: {${unused.join(', ')}}`);
}
