import type { TokenReader } from './reader.ts';
import type { JsonToken } from './tokens.ts';
import type { Bound, FilterCondition } from './types.ts';

/** Reads `["=", 1]` or a range such as `[">", 0, "<=", 5]`. */
export function parseNumeric(reader: TokenReader): FilterCondition {
  const list = reader.next();
  // Our wording.
  if (list.kind !== '[') throw reader.fault('Value of numeric must be an array', list);
  const first = reader.next();
  if (first.kind !== 'string') throw reader.fault(`Invalid member in numeric match: ${first.text}`, first);
  const value = reader.next();
  const { text: operator } = first;
  if (operator !== '=' && !isRange(operator))
    throw reader.fault(`Unrecognized numeric range operator: ${operator}`, value);
  const lower: Bound = { operator, limit: numberOf(reader, operator, value) };
  const second = reader.next();
  if (second.kind === ']') return { kind: 'numeric', bounds: [lower] };
  if (operator === '=' || operator.startsWith('<'))
    throw reader.fault('Too many elements in numeric expression', second);
  return { kind: 'numeric', bounds: [lower, parseUpper(reader, lower, second)] };
}

function parseUpper(reader: TokenReader, lower: Bound, name: JsonToken): Bound {
  if (name.kind !== 'string') throw reader.fault(`Bad value in numeric range: ${name.text}`, name);
  if (name.text !== '<' && name.text !== '<=')
    throw reader.fault(`Bad numeric range operator: ${name.text}`, name, true);
  const limit = numberOf(reader, name.text, reader.next());
  const end = reader.next();
  if (end.kind !== ']') throw reader.fault('Too many terms in numeric range expression', end);
  if (lower.limit >= limit) throw reader.fault('Bottom must be less than top', end);
  return { operator: name.text, limit };
}

function isRange(text: string): text is '<' | '<=' | '>' | '>=' {
  return ['<', '<=', '>', '>='].includes(text);
}

function numberOf(reader: TokenReader, operator: string, token: JsonToken): number {
  const name = operator === '=' ? 'equals' : operator;
  if (token.kind !== 'number') throw reader.fault(`Value of ${name} must be numeric`, token);
  return Number(token.value);
}
