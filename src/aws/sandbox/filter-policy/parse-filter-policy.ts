import { FilterPolicyError, type JsonToken, TokenReader } from './reader.ts';
import { parseRule } from './rules.ts';
import type { FilterCondition, FilterPolicy } from './types.ts';

export type FilterPolicyScope = 'MessageAttributes' | 'MessageBody';

/** "A filter policy can have up to five keys", "up to 150 combinations" (Developer Guide, "Filter policy constraints"). */
const MOST_KEYS = 5;
const MOST_COMBINATIONS = 150;

/**
 * Reads a subscription's filter policy. Throws a FilterPolicyError with the words of SNS; texts as recorded on AWS, unless
 * a line says that the wording is ours.
 *
 * @example
 * parseFilterPolicy('{"store": ["a", {"prefix": "b"}]}', 'MessageAttributes').fields.get('store')
 * // [{ kind: 'equals', value: 'a' }, { kind: 'prefix', text: 'b' }]
 */
export function parseFilterPolicy(text: string, scope: FilterPolicyScope): FilterPolicy {
  checkJson(text);
  const reader = new TokenReader(text);
  // Our wording.
  if (reader.next().kind !== '{') throw new FilterPolicyError('Filter is not an object');
  const policy = readObject(reader, scope, parseRule);
  if (leaves(policy).length > MOST_KEYS)
    throw new FilterPolicyError(`Filter policy can not have more than ${MOST_KEYS} keys`);
  if (combinations(policy, 1) > MOST_COMBINATIONS)
    throw new FilterPolicyError('Filter policy is too complex');
  return policy;
}

function checkJson(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    const column = /^\s*\{\s*/.exec(text)?.[0].length ?? 0;
    const found = text.charAt(column);
    throw new FilterPolicyError(
      `failed to parse JSON. Unexpected character ('${found}' (code ${found.charCodeAt(0) || 0})): was expecting double-quote to start field name\n at [Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: 1, column: ${column + 1}]`,
    );
  }
}

/** Reads one condition of a field; the token is its first. */
type ReadCondition = (reader: TokenReader, token: JsonToken) => FilterCondition;

/** Reads the fields of a policy or an event pattern, after its brace. Throws a FilterPolicyError. */
export function readObject(
  reader: TokenReader,
  scope: FilterPolicyScope,
  readCondition: ReadCondition,
): FilterPolicy {
  const fields = new Map<string, FilterPolicy | readonly FilterCondition[]>();
  const alternatives: FilterPolicy[][] = [];
  for (let name = reader.next(); name.kind !== '}'; name = reader.next()) {
    const value = reader.next();
    if (value.kind === '{' && scope === 'MessageBody')
      fields.set(name.text, readObject(reader, scope, readCondition));
    else if (value.kind === '{') {
      // Attributes have no fields: SNS looks for a list where it finds the first name.
      const inner = reader.next();
      throw reader.fault(`"${inner.text}" must be an object or an array`, inner);
    } else if (value.kind !== '[') throw reader.fault(`"${name.text}" must be an object or an array`, value);
    else if (name.text === '$or') alternatives.push(readAlternatives(reader, scope, readCondition));
    else fields.set(name.text, readConditions(reader, readCondition));
  }
  return { fields, alternatives };
}

function readAlternatives(
  reader: TokenReader,
  scope: FilterPolicyScope,
  readCondition: ReadCondition,
): FilterPolicy[] {
  const found: FilterPolicy[] = [];
  for (let token = reader.next(); token.kind !== ']'; token = reader.next()) {
    // Our wording.
    if (token.kind !== '{') throw reader.fault('$or must be an array of objects', token);
    found.push(readObject(reader, scope, readCondition));
  }
  return found;
}

function readConditions(reader: TokenReader, readCondition: ReadCondition): FilterCondition[] {
  const conditions: FilterCondition[] = [];
  for (let token = reader.next(); ; token = reader.next()) {
    if (token.kind === ']') {
      if (conditions.length === 0) throw reader.fault('Empty arrays are not allowed', token);
      return conditions;
    }
    conditions.push(readCondition(reader, token));
  }
}

function leaves({ fields, alternatives }: FilterPolicy): string[] {
  const own = [...fields].flatMap(([name, value]) =>
    isPolicy(value) ? leaves(value).map((leaf) => `${name}.${leaf}`) : [name],
  );
  return [...new Set([...own, ...alternatives.flat().flatMap(leaves)])];
}

/** The product over the fields of their values, each multiplied by how deep it lies; alternatives are added up. */
function combinations({ fields, alternatives }: FilterPolicy, depth: number): number {
  const own = [...fields.values()].reduce(
    (product, value) => product * (isPolicy(value) ? combinations(value, depth + 1) : value.length * depth),
    1,
  );
  return alternatives.reduce(
    (product, choices) => product * choices.reduce((sum, one) => sum + combinations(one, depth), 0),
    own,
  );
}

export function isPolicy(value: FilterPolicy | readonly FilterCondition[]): value is FilterPolicy {
  return !Array.isArray(value);
}
