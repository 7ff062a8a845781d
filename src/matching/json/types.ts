interface Placed {
  /** Line of the text, from 1. */
  readonly line: number;
  /** From its first character up to, not including, its end: offsets in the text. */
  readonly start: number;
  readonly end: number;
}

export interface JsonObject extends Placed {
  readonly kind: 'object';
  readonly entries: ReadonlyMap<string, JsonNode>;
  /** Where each key stands in the text. */
  readonly keyStarts: ReadonlyMap<string, number>;
  /** Whether an elision stands in it: other keys may stand there too. */
  readonly elided: boolean;
}

export interface JsonArray extends Placed {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonString extends Placed {
  readonly kind: 'string';
  readonly value: string;
}

/** A number as it is written, so that no digit is lost. */
interface JsonNumber extends Placed {
  readonly kind: 'number';
  readonly text: string;
}

interface JsonLiteral extends Placed {
  readonly kind: 'boolean' | 'null';
  readonly text: string;
}

/** An elision that stands bare, for any value or any number of elements. */
interface JsonElision extends Placed {
  readonly kind: 'elision';
  readonly text: string;
}

/** A JSON value with its place. An output has no elisions. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonLiteral | JsonElision;
