/** A filter policy or an event pattern that AWS refuses, in its words. */
export class FilterPolicyError extends Error {
  override readonly name = 'FilterPolicyError';
}

/** Reads the tokens of a filter policy one after the other. */
export class TokenReader {
  readonly #json: string;
  readonly #tokens: readonly JsonToken[];
  #position = 0;

  constructor(json: string) {
    this.#json = json;
    this.#tokens = tokensOf(json);
  }

  /** The next token; at the end of the text, where a valid one has none left, the last. */
  next(): JsonToken {
    const token = this.#tokens[this.#position] ?? this.#tokens.at(-1);
    this.#position += 1;
    if (!token) throw new FilterPolicyError('Filter is not an object');
    return token;
  }

  /** An error at a token; with `behind`, where its text had been read to the end. */
  fault(message: string, token: JsonToken, behind = false): FilterPolicyError {
    const column = behind ? token.end : token.column;
    return new FilterPolicyError(
      `${message}\n at [Source: (String)"${this.#json}"; line: 1, column: ${column}]`,
    );
  }
}

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
function tokensOf(json: string): JsonToken[] {
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
