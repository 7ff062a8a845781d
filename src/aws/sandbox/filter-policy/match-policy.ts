import { isWithin } from './operands.ts';
import { isPolicy } from './parse-filter-policy.ts';
import type { Bound, FilterCondition, FilterPolicy } from './types.ts';

/** A message attribute as it was published. */
interface Attribute {
  readonly DataType?: string | undefined;
  readonly StringValue?: string | undefined;
}

/** Tells whether the attributes of a message match a filter policy. */
export function matchesAttributes(
  policy: FilterPolicy,
  attributes: Readonly<Record<string, Attribute>>,
): boolean {
  return matchesObject(
    policy,
    Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, comparable(attribute)])),
  );
}

/** A Number compares as a number, the items of a String.Array each by itself; binary values match nothing. */
function comparable({ DataType = '', StringValue = '' }: Attribute): unknown {
  if (DataType.startsWith('Number')) return Number(StringValue);
  if (DataType.startsWith('Binary')) return [];
  if (DataType !== 'String.Array') return StringValue;
  const items = parse(StringValue);
  return Array.isArray(items) ? items : StringValue;
}

/** Tells whether a message whose text is a JSON object matches a filter policy. */
export function matchesBody(policy: FilterPolicy, text: string): boolean {
  const body = parse(text);
  return typeof body === 'object' && body !== null && matches(policy, body);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of a list one item must match all of an object's fields. */
function matches(policy: FilterPolicy, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => matches(policy, item));
  return matchesObject(policy, Object(value) as Record<string, unknown>);
}

function matchesObject({ fields, alternatives }: FilterPolicy, value: Record<string, unknown>): boolean {
  return (
    [...fields].every(([name, wanted]) => {
      const found = Object.hasOwn(value, name) ? value[name] : undefined;
      return isPolicy(wanted) ? matches(wanted, found) : wanted.some((rule) => holds(rule, found));
    }) && alternatives.every((choices) => choices.some((choice) => matchesObject(choice, value)))
  );
}

/** Of a list one item must hold; `exists` asks for the list itself. */
function holds(rule: FilterCondition, value: unknown): boolean {
  if (rule.kind === 'exists') return rule.wanted === (value !== undefined);
  if (value === undefined) return false;
  return [value].flat(Number.POSITIVE_INFINITY).some((item) => holdsFor(rule, item));
}

function holdsFor(rule: Exclude<FilterCondition, { kind: 'exists' }>, value: unknown): boolean {
  if (rule.kind === 'equals') return rule.value === value;
  if (rule.kind === 'anything-but') return !rule.rules.some((inner) => holds(inner, value));
  if (rule.kind === 'numeric')
    return typeof value === 'number' && rule.bounds.every((bound) => isWithinBound(bound, value));
  return typeof value === 'string' && textHolds(rule, value);
}

type TextRule = Extract<
  FilterCondition,
  { kind: 'prefix' | 'suffix' | 'equals-ignore-case' | 'wildcard' | 'cidr' }
>;

function textHolds(rule: TextRule, value: string): boolean {
  switch (rule.kind) {
    case 'cidr':
      return isWithin(value, rule.address, rule.bits);
    case 'wildcard':
      return matchesWildcard(rule.pattern, value);
    case 'prefix':
      return folded(value, rule).startsWith(folded(rule.text, rule));
    case 'suffix':
      return folded(value, rule).endsWith(folded(rule.text, rule));
    case 'equals-ignore-case':
      return value.toLowerCase() === rule.text.toLowerCase();
  }
}

const folded = (text: string, { ignoreCase }: { readonly ignoreCase?: true }): string =>
  ignoreCase ? text.toLowerCase() : text;

/** The parts between the asterisks stand in the text in their order: no expression that could run on for long. */
function matchesWildcard(pattern: string, value: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return pattern === value;
  if (!value.startsWith(first) || !value.endsWith(last)) return false;
  const end = value.length - last.length;
  let from = first.length;
  for (const part of others) {
    const at = value.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= end;
}

function isWithinBound({ operator, limit }: Bound, value: number): boolean {
  switch (operator) {
    case '=':
      return value === limit;
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
  }
}
