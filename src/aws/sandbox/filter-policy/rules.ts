import { addressBytes, parseNumeric } from './operands.ts';
import { FilterPolicyError, type JsonToken, type TokenReader } from './reader.ts';
import type { FilterCondition } from './types.ts';

/** Reads one condition of a field: a value to equal, or an object with one operator. `token` is its first. */
export function parseRule(reader: TokenReader, token: JsonToken): FilterCondition {
  if (token.kind === '{') return parseOperator(reader);
  if (token.kind === '[')
    throw reader.fault('Match value must be String, number, true, false, or null', token);
  return equals(token);
}

/** Makes the condition that a value must be equal. */
export const equals = ({ value }: JsonToken): FilterCondition => ({ kind: 'equals', value: value as string });

function parseOperator(reader: TokenReader): FilterCondition {
  const name = reader.next();
  const rule = readOperator(reader, name);
  const closing = reader.next();
  if (closing.kind !== '}') throw reader.fault('Only one key allowed in match expression', closing);
  return rule;
}

function readOperator(reader: TokenReader, name: JsonToken): FilterCondition {
  switch (name.text) {
    case 'prefix':
    case 'suffix':
    case 'equals-ignore-case':
      return { kind: name.text, text: readTextOperand(reader, name.text) };
    case 'wildcard':
      return { kind: 'wildcard', pattern: readTextOperand(reader, name.text) };
    case 'cidr':
      return parseCidrCondition(readTextOperand(reader, 'prefix'));
    case 'exists':
      return { kind: 'exists', wanted: readFlag(reader) };
    case 'numeric':
      return parseNumeric(reader);
    case 'anything-but':
      return { kind: 'anything-but', rules: parseAnythingBut(reader) };
    default:
      throw reader.fault(`Unrecognized match type ${name.text}`, name);
  }
}

/** Reads the text that an operator compares with. */
export function readTextOperand(reader: TokenReader, operator: string): string {
  const token = reader.next();
  if (token.kind !== 'string') throw reader.fault(`${operator} match pattern must be a string`, token);
  return token.text;
}

export function readFlag(reader: TokenReader): boolean {
  const token = reader.next();
  if (token.kind !== 'literal' || token.value === null)
    throw reader.fault('exists match pattern must be either true or false.', token);
  return token.value === true;
}

function parseAnythingBut(reader: TokenReader): FilterCondition[] {
  const token = reader.next();
  if (token.kind === '{') {
    const name = reader.next();
    if (name.text !== 'prefix') throw reader.fault(`Unsupported anything-but pattern: ${name.text}`, name);
    const rule: FilterCondition = { kind: 'prefix', text: readTextOperand(reader, 'prefix') };
    reader.next();
    return [rule];
  }
  return token.kind === '[' ? readValues(reader) : [equals(token)];
}

/** Reads the list of an `anything-but`, after its bracket. */
export function readValues(reader: TokenReader): FilterCondition[] {
  const rules: FilterCondition[] = [];
  for (let item = reader.next(); item.kind !== ']'; item = reader.next()) {
    // Our wording.
    if (item.kind !== 'string' && item.kind !== 'number')
      throw reader.fault('Inside anything but list, number|string is supported.', item);
    rules.push(equals(item));
  }
  return rules;
}

/** Parses `10.0.0.0/8`. Throws a FilterPolicyError. */
export function parseCidrCondition(text: string): FilterCondition {
  const [host = '', mask, ...more] = text.split('/');
  if (mask === undefined || more.length > 0) throw new FilterPolicyError("Malformed CIDR, one '/' required");
  if (!/^\d+$/.test(mask)) throw new FilterPolicyError('Malformed CIDR, mask bits must be an integer');
  const address = addressBytes(host);
  if (!address) throw new FilterPolicyError(`Nonstandard IP address: ${host}`);
  // Our wording.
  if (Number(mask) > address.length * 8)
    throw new FilterPolicyError('Malformed CIDR, mask bits are too many');
  return { kind: 'cidr', address, bits: Number(mask) };
}
