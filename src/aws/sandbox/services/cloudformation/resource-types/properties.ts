import { validationError } from '../cloudformation-errors.ts';
import { isObject } from '../template/index.ts';

/** Properties of a resource, worked out and of their types. */
export type Values = Readonly<Record<string, unknown>>;

/** Kind of value that a property takes. */
export type PropertyShape =
  | { readonly kind: 'text' | 'integer' | 'flag' | 'json' }
  | { readonly kind: 'list'; readonly item: PropertyShape }
  | { readonly kind: 'map'; readonly item: PropertyShape }
  | {
      readonly kind: 'object';
      readonly members: Readonly<Record<string, PropertyShape>>;
      readonly required: readonly string[];
    };

export const text: PropertyShape = { kind: 'text' };
export const integerValue: PropertyShape = { kind: 'integer' };
export const booleanValue: PropertyShape = { kind: 'flag' };
/** A document such as a policy. */
export const json: PropertyShape = { kind: 'json' };
export const list = (item: PropertyShape): PropertyShape => ({ kind: 'list', item });
export const map = (item: PropertyShape): PropertyShape => ({ kind: 'map', item });
export const object = (
  members: Readonly<Record<string, PropertyShape>>,
  required: readonly string[] = [],
): PropertyShape => ({
  kind: 'object',
  members,
  required,
});
export const tagList = list(object({ Key: text, Value: text }, ['Key', 'Value']));

/** A property, and whether a change of it needs a new resource ("Update requires", CloudFormation User Guide). */
export interface Property {
  readonly shape: PropertyShape;
  readonly replaces: boolean;
}

export type Properties = Readonly<Record<string, Property>>;

/** A property whose change replaces the resource. */
export const replaced = (shape: PropertyShape): Property => ({ shape, replaces: true });
/** A property that changes without interruption. */
export const updated = (shape: PropertyShape): Property => ({ shape, replaces: false });

/**
 * Reads the properties of a resource: text becomes a number or a truth value where the type wants one.
 * Throws a ValidationError in CloudFormation's words.
 */
export function readProperties(
  values: Values,
  { properties, required = [] }: { readonly properties: Properties; readonly required?: readonly string[] },
): Values {
  const members = Object.fromEntries(Object.entries(properties).map(([name, { shape }]) => [name, shape]));
  return readMembers(values, members, required);
}

function readMembers(
  values: Values,
  members: Readonly<Record<string, PropertyShape>>,
  required: readonly string[],
): Values {
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(members, name));
  if (unknown !== undefined) throw validationError(`Encountered unsupported property ${unknown}`);
  const missing = required.find((name) => values[name] === undefined || values[name] === '');
  if (missing !== undefined) throw validationError(`Property ${missing} cannot be empty.`);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, read(name, value, members[name] as PropertyShape)]),
  );
}

function read(name: string, value: unknown, shape: PropertyShape): unknown {
  const wrong = (type: string) => validationError(`Value of property ${name} must be of type ${type}`);
  switch (shape.kind) {
    case 'text':
      if (typeof value === 'object') throw wrong('String');
      return String(value);
    case 'integer':
      if (!/^-?\d+$/.test(String(value))) throw wrong('Integer');
      return Number(value);
    case 'flag':
      if (!/^(?:true|false)$/i.test(String(value))) throw wrong('Boolean');
      return String(value).toLowerCase() === 'true';
    case 'json':
      if (typeof value !== 'object' && typeof value !== 'string') throw wrong('Json');
      return value;
    case 'list':
      if (!Array.isArray(value)) throw wrong(shape.item.kind === 'text' ? 'List of String' : 'List');
      return value.map((item) => read(name, item, shape.item));
    case 'map':
      if (!isObject(value)) throw wrong('Map');
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, read(key, item, shape.item)]),
      );
    case 'object':
      if (!isObject(value)) throw validationError(`Value of property ${name} must be an object`);
      return readMembers(value, shape.members, shape.required);
  }
}

/** A document as the text that operations take. */
export function documentText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A member of an answer, by its path; empty where it is missing. */
export function textAt(answer: Values, ...path: readonly string[]): string {
  const found = path.reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), answer);
  return found === undefined ? '' : String(found);
}

/** Texts of a property that takes a list; none is an empty list. */
export function textsIn(value: unknown): readonly string[] {
  return (value ?? []) as readonly string[];
}

/** Texts that a list has lost and gained. */
export function listChanges(before: unknown, after: unknown) {
  const [old, now] = [textsIn(before), textsIn(after)];
  return {
    removed: old.filter((one) => !now.includes(one)),
    added: now.filter((one) => !old.includes(one)),
  };
}

export function sameValue(left: unknown, right: unknown): boolean {
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
