import type { JsonToken, TokenReader } from './reader.ts';
import type { Bound, FilterCondition } from './types.ts';

/** The bytes of an IP address of version 4 or 6; undefined for another text. */
export function addressBytes(text: string): number[] | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
    const bytes = text.split('.').map(Number);
    return bytes.every((byte) => byte <= 255) ? bytes : undefined;
  }
  if (!/^[\da-f:]+$/i.test(text) || !text.includes(':')) return undefined;
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [front, back] = [groups(head), groups(tail ?? '')];
  const missing = 8 - front.length - back.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...front, ...Array<string>(missing).fill('0'), ...back];
  if (!all.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]);
}

/** Tells whether an address lies in a block. */
export function isWithin(text: string, address: readonly number[], bits: number): boolean {
  const bytes = addressBytes(text);
  if (bytes?.length !== address.length) return false;
  return bytes.every((byte, index) => {
    const shift = 8 - Math.min(8, Math.max(0, bits - index * 8));
    return byte >> shift === (address[index] ?? 0) >> shift;
  });
}

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
