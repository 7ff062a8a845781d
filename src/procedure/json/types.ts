interface Placed {
  /** Line of the text, from 1. */
  readonly line: number;
  /** Offsets in the text: of the first character, and of the one after the last. */
  readonly start: number;
  readonly end: number;
}

export interface JsonObject extends Placed {
  readonly kind: 'object';
  readonly entries: ReadonlyMap<string, JsonNode>;
  /** Offset in the text of each key. */
  readonly keyStarts: ReadonlyMap<string, number>;
  /** True if an elision stands in it: the output may have other keys there. */
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

/** An elision: any value, or any number of elements or values. */
interface JsonElision extends Placed {
  readonly kind: 'elision';
  readonly text: string;
}

/** A JSON value with its place. An output has no elisions. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonLiteral | JsonElision;

/** A place where a text is not JSON. */
export interface JsonFault {
  /** The end of a sentence: `"," is missing`. */
  readonly reason: string;
  /** Line of the text, from 1. */
  readonly line: number;
  /** Offset in the text, from 0. */
  readonly offset: number;
}

/** The values of a text, or the first fault in it. */
export type ParsedJson = { readonly values: readonly JsonNode[] } | { readonly fault: JsonFault };
