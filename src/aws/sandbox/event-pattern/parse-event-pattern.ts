import { type FilterPolicy, FilterPolicyError, readObject, TokenReader } from '../filter-policy/index.ts';
import { invalidEventPattern } from '../services/events/events-errors.ts';
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
    return readObject(reader, 'MessageBody', parseCondition);
  } catch (error) {
    if (error instanceof FilterPolicyError) throw invalidEventPattern(error.message);
    throw error;
  }
}
