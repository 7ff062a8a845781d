import {
  equals,
  type FilterCondition,
  FilterPolicyError,
  type JsonToken,
  parseCidrCondition,
  parseNumeric,
  readFlag,
  readTextOperand,
  readValues,
  type TokenReader,
} from '../filter-policy/index.ts';

/** Reads one condition of a field: a value to equal, or an object with one operator. `token` is its first. */
export function parseCondition(reader: TokenReader, token: JsonToken): FilterCondition {
  if (token.kind === '[')
    throw reader.fault('Match value must be String, number, true, false, or null', token);
  if (token.kind !== '{') return equals(token);
  const name = reader.next();
  const condition = readOperator(reader, name);
  const closing = reader.next();
  if (closing.kind !== '}') throw reader.fault('Only one key allowed in match expression', closing);
  return condition;
}

function readOperator(reader: TokenReader, name: JsonToken): FilterCondition {
  switch (name.text) {
    case 'prefix':
    case 'suffix':
      return readEnd(reader, name.text);
    case 'equals-ignore-case':
      return { kind: name.text, text: readTextOperand(reader, name.text) };
    case 'wildcard':
      return wildcard(readTextOperand(reader, 'wildcard'));
    case 'cidr':
      return parseCidrCondition(readTextOperand(reader, 'prefix'));
    case 'exists':
      return { kind: 'exists', wanted: readFlag(reader) };
    case 'numeric':
      return readNumeric(reader);
    case 'anything-but':
      return { kind: 'anything-but', rules: readAnythingBut(reader) };
    default:
      throw reader.fault(`Unrecognized match type ${name.text}`, name);
  }
}

/** `"a"`, or `{"equals-ignore-case": "a"}`. */
function readEnd(reader: TokenReader, kind: 'prefix' | 'suffix'): FilterCondition {
  const token = reader.next();
  if (token.kind === 'string') return { kind, text: token.text };
  const name = token.kind === '{' ? reader.next() : token;
  if (token.kind !== '{' || name.text !== 'equals-ignore-case')
    throw reader.fault(`${kind} match pattern must be a string`, token);
  const text = readTextOperand(reader, name.text);
  reader.next();
  return { kind, text, ignoreCase: true };
}

/** SNS says the same of a number that is no list, but for the full stop. */
function readNumeric(reader: TokenReader): FilterCondition {
  try {
    return parseNumeric(reader);
  } catch (error) {
    if (!(error instanceof FilterPolicyError)) throw error;
    throw new FilterPolicyError(error.message.replace(/^(Value of numeric must be an array)(?!\.)/, '$1.'));
  }
}

const NO_VALUE = 'Value of anything-but must be an array or single string/number value.';

/** A value, a list of values, or an object with an operator whose value is a text or a list of texts. */
function readAnythingBut(reader: TokenReader): FilterCondition[] {
  const token = reader.next();
  if (token.kind === '{') {
    const name = reader.next();
    const rules = readExcluded(reader, name);
    reader.next();
    return rules;
  }
  if (token.kind === '[') return readValues(reader);
  if (token.kind !== 'string' && token.kind !== 'number') throw reader.fault(NO_VALUE, token);
  return [equals(token)];
}

function readExcluded(reader: TokenReader, name: JsonToken): FilterCondition[] {
  const isEnd = name.text === 'prefix' || name.text === 'suffix';
  if (!isEnd && name.text !== 'equals-ignore-case' && name.text !== 'wildcard')
    throw reader.fault(`Unsupported anything-but pattern: ${name.text}`, name);
  const kind = name.text as 'prefix' | 'suffix' | 'equals-ignore-case' | 'wildcard';
  const texts = readTexts(reader, isEnd ? 'prefix/suffix' : kind);
  return texts.map((text) => (kind === 'wildcard' ? wildcard(text) : { kind, text }));
}

function readTexts(reader: TokenReader, label: string): string[] {
  const first = reader.next();
  if (first.kind === '{') throw reader.fault(NO_VALUE, first);
  const textOf = (token: JsonToken): string => {
    if (token.kind !== 'string') throw reader.fault(`${label} match pattern must be a string`, token);
    if (token.text === '' && label === 'prefix/suffix')
      throw reader.fault('Null prefix/suffix not allowed', token, true);
    return token.text;
  };
  if (first.kind !== '[') return [textOf(first)];
  const texts: string[] = [];
  for (let item = reader.next(); item.kind !== ']'; item = reader.next())
    texts.push(placedTwice(() => textOf(item)));
  return texts;
}

/** As recorded on AWS: of an item of such a list the place is said twice. */
function placedTwice<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FilterPolicyError)) throw error;
    throw new FilterPolicyError(error.message + error.message.slice(error.message.indexOf('\n')));
  }
}

function wildcard(pattern: string): FilterCondition {
  // User Guide: "Consecutive wildcard characters are not supported". The text is ours.
  if (pattern.includes('**')) throw new FilterPolicyError('Consecutive wildcard characters are not allowed');
  return { kind: 'wildcard', pattern };
}
