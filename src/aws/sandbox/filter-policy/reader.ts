import { FilterPolicyError } from './error.ts';
import { type JsonToken, tokensOf } from './tokens.ts';

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
