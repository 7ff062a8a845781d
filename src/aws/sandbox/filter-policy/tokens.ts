/** A token of a JSON text, with the column that AWS names where the token is wrong. */
export interface JsonToken {
  readonly kind: 'name' | 'string' | 'number' | 'literal' | '{' | '}' | '[' | ']';
  /** The value of a name, a text, a number or a literal. */
  readonly value: unknown;
  /** As written, without quotes. */
  readonly text: string;
  /** Of a text: behind its first quote. Of a name: the column of its value. Of all others: behind the token. */
  readonly column: number;
  /** The column behind the token. */
  readonly end: number;
}

const NEXT = /\s*(?:("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|(true|false|null)|([{}[\]])|(,))/gy;

/**
 * Splits a JSON text, which is known to be valid, into its tokens.
 *
 * @example
 * tokensOf('{"a":["x"]}').map(({ text, column }) => [text, column])
 * // [['{', 2], ['a', 7], ['[', 7], ['x', 8], [']', 11], ['}', 12]]
 */
export function tokensOf(json: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  for (const match of json.matchAll(NEXT)) {
    const [whole, quoted, colon, number, literal, bracket] = match;
    const end = match.index + whole.length + 1;
    if (quoted !== undefined) {
      const value: string = JSON.parse(quoted);
      const column = match.index + whole.indexOf('"') + 2;
      tokens.push({ kind: colon ? 'name' : 'string', value, text: value, column, end });
    } else if (number !== undefined)
      tokens.push({ kind: 'number', value: Number(number), text: number, column: end, end });
    else if (literal !== undefined)
      tokens.push({ kind: 'literal', value: JSON.parse(literal), text: literal, column: end, end });
    else if (bracket !== undefined)
      tokens.push({ kind: bracket as '{', value: undefined, text: bracket, column: end, end });
  }
  // AWS's parser has read the value when it looks at a name.
  return tokens.map((token, index) =>
    token.kind === 'name' ? { ...token, column: tokens[index + 1]?.column ?? token.end } : token,
  );
}
