/** Place at which a text stops being JSON, and what stands there: nothing where the text ends too early. */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** Offset in the text. */
  readonly at: number;
  readonly found: string;
}

/** Finds the first fault of a text as JSON; the messages of `JSON.parse` differ by browser, and name no line. */
export function jsonFault(text: string): JsonFault | undefined {
  const reader = new Reader(text);
  const isWhole = reader.value() && reader.skip() === text.length;
  if (isWhole) return undefined;
  const { at } = reader;
  const found = /^(?:"[^"\n]*"?|[\w.+-]+|.)/u.exec(text.slice(at))?.[0] ?? '';
  return { line: text.slice(0, at).split('\n').length, at, found };
}

const SPACE = /[ \t\r\n]*/y;
/** No control character stands in a string by itself. */
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/** Reads on as long as what it reads is JSON. */
class Reader {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  value(): boolean {
    this.skip();
    if (this.#take('{')) return this.#list('}', () => this.#member());
    if (this.#take('[')) return this.#list(']', () => this.value());
    return this.#match(STRING) || this.#match(SCALAR);
  }

  /** Passes over white space; where it then is. */
  skip(): number {
    this.#match(SPACE);
    return this.at;
  }

  #member(): boolean {
    this.skip();
    return this.#match(STRING) && this.skip() >= 0 && this.#take(':') && this.value();
  }

  #list(end: string, item: () => boolean): boolean {
    this.skip();
    if (this.#take(end)) return true;
    while (item()) {
      this.skip();
      if (this.#take(end)) return true;
      if (!this.#take(',')) return false;
    }
    return false;
  }

  #take(sign: string): boolean {
    const isThere = this.#text[this.at] === sign;
    if (isThere) this.at += 1;
    return isThere;
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (found) this.at += found[0].length;
    return found !== null;
  }
}
