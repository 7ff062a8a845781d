import { type FilterPolicy, FilterPolicyError, readObject, TokenReader } from '../filter-policy/index.ts';
import { invalidEventPattern } from '../services/events/events-errors.ts';
import { parseCondition } from './conditions.ts';

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

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true\b|false\b|null\b|[{}[\]:,])/y;

/** Refuses a text that is no JSON, in the words of AWS's parser; the one for an end that comes too early is ours. */
function checkPatternJson(text: string): void {
  try {
    JSON.parse(text);
    return;
  } catch {
    throw new FilterPolicyError(faultOf(text));
  }
}

function faultOf(text: string): string {
  let at = 0;
  for (TOKEN.lastIndex = 0; TOKEN.exec(text); TOKEN.lastIndex = at) at = TOKEN.lastIndex;
  const rest = text.slice(at);
  const start = at + rest.length - rest.trimStart().length;
  const place = (column: number) => `\n at [Source: (String)"${text}"; line: 1, column: ${column}]`;
  const [word] = /^[A-Za-z_]\w*/.exec(text.slice(start)) ?? [];
  if (word !== undefined)
    return `Unrecognized token '${word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')${place(start + word.length + 1)}`;
  const character = text.charAt(start);
  if (character === '') return `Unexpected end-of-input${place(text.length + 1)}`;
  return `Unexpected character ('${character}' (code ${character.charCodeAt(0)})): was expecting double-quote to start field name${place(start + 1)}`;
}
