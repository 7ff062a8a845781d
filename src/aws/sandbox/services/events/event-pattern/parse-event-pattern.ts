import {
  type FilterCondition,
  type FilterPolicy,
  FilterPolicyError,
  matchesBody,
  TokenReader,
} from '../../../filter-policy/index.ts';
import { invalidEventPattern } from '../events-errors.ts';
import { parseCondition } from './conditions.ts';
import { checkPatternJson } from './json-fault.ts';

/** User Guide, "Amazon EventBridge quotas": the size of an event pattern. */
const MOST_CHARACTERS = 4096;

/**
 * Parses an event pattern. Throws InvalidEventPatternException with the words and the place that AWS was recorded to
 * name, unless a line says that the wording is ours. The syntax is that of SNS's filter policies and more.
 *
 * @example
 * parseEventPattern('{"source": ["aws.ec2"], "detail": {"state": [{"anything-but": "running"}]}}')
 */
export function parseEventPattern(text: string): FilterPolicy {
  if (text.length > MOST_CHARACTERS) throw invalidEventPattern('Event pattern is too long.');
  try {
    checkPatternJson(text);
    const reader = new TokenReader(text);
    const first = reader.next();
    if (first.kind !== '{') throw reader.fault('Filter is not an object', first);
    return readObject(reader);
  } catch (error) {
    if (error instanceof FilterPolicyError) throw invalidEventPattern(error.message);
    throw error;
  }
}

/** Tells whether an event, as JSON, matches a pattern. */
export function matchesEvent(pattern: FilterPolicy, event: string): boolean {
  return matchesBody(pattern, event);
}

function readObject(reader: TokenReader): FilterPolicy {
  const fields = new Map<string, FilterPolicy | readonly FilterCondition[]>();
  const alternatives: FilterPolicy[][] = [];
  for (let name = reader.next(); name.kind !== '}'; name = reader.next()) {
    const value = reader.next();
    if (value.kind === '{') fields.set(name.text, readObject(reader));
    else if (value.kind !== '[') throw reader.fault(`"${name.text}" must be an object or an array`, value);
    else if (name.text === '$or') alternatives.push(readAlternatives(reader));
    else fields.set(name.text, readConditions(reader));
  }
  return { fields, alternatives };
}

function readAlternatives(reader: TokenReader): FilterPolicy[] {
  const found: FilterPolicy[] = [];
  for (let token = reader.next(); token.kind !== ']'; token = reader.next()) {
    // Our wording.
    if (token.kind !== '{') throw reader.fault('$or must be an array of objects', token);
    found.push(readObject(reader));
  }
  return found;
}

function readConditions(reader: TokenReader): FilterCondition[] {
  const conditions: FilterCondition[] = [];
  for (let token = reader.next(); ; token = reader.next()) {
    if (token.kind === ']') {
      if (conditions.length === 0) throw reader.fault('Empty arrays are not allowed', token);
      return conditions;
    }
    conditions.push(parseCondition(reader, token));
  }
}
