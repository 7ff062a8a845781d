/** Why a shorthand text cannot be read, in the CLI's words. */
export class ShorthandError extends Error {
  override readonly name = 'ShorthandError';
}

export type Shorthand = string | Shorthand[] | { [key: string]: Shorthand };

/** Parses `Name=x,Values=a,b`: see "Using shorthand syntax" in the AWS CLI User Guide. Throws a ShorthandError. */
export function parseShorthand(text: string): { [key: string]: Shorthand } {
  return new ShorthandReader(text).parameter();
}

/** Characters that a value may begin and go on with; the second and later values of `a=b,c` end at an equals sign. */
const START = '(?:\\\\,|[!#-&(-+\\--<>-Z\\\\-z\\u007c-\\uffff])';
const FIRST = new RegExp(`${START}(?:\\\\,|[\\s!#-&(-+\\--\\\\^-|~-\\uffff])*`, 'y');
const LATER = new RegExp(`${START}(?:\\\\,|[\\s!#-&(-+\\--<>-\\uffff])*`, 'y');
/** A text in quotes; the last quote ends it where all others are escaped. No character can be read in two ways. */
const SINGLE = /'(?:\\[\\']|[^'\\]|\\(?![\\']))*'|'[\s\S]*'/y;
const DOUBLE = /"(?:\\[\\"]|[^"\\]|\\(?![\\"]))*"|"[\s\S]*"/y;
const KEY = /[A-Za-z0-9\-_.#/:]*/y;
const SPACE = /[ \t\n\r\v\f]*/y;

class ShorthandReader {
  readonly #text: string;
  #at = 0;
  constructor(text: string) {
    this.#text = text;
  }

  parameter(): { [key: string]: Shorthand } {
    const found = new Map<string, Shorthand>();
    let pairStart = 0;
    for (;;) {
      const key = this.#key();
      const value = this.#values();
      if (found.has(key)) throw this.#duplicate(key, pairStart + 1);
      found.set(key, value);
      if (this.#ended()) return Object.fromEntries(found);
      pairStart = this.#at;
      this.#expect(',');
    }
  }

  #key(): string {
    const key = this.#match(KEY) ?? '';
    this.#expect('=');
    return key;
  }

  #values(): Shorthand {
    if (this.#ended()) return '';
    if (this.#current() === '[') return this.#list();
    if (this.#current() === '{') return this.#hash();
    return this.#commaSeparated();
  }

  /** `a=b,c` is a list, `a=b,c=d` is not: only what follows the comma tells. */
  #commaSeparated(): Shorthand {
    const first = this.#first();
    this.#match(SPACE);
    if (this.#current() !== ',') return first;
    const list = [first];
    this.#expect(',');
    for (;;) {
      const value = this.#later();
      if (value === undefined) break;
      this.#match(SPACE);
      if (this.#ended() || this.#current() === ',') list.push(value);
      if (this.#ended()) break;
      if (this.#current() !== ',') {
        this.#backToComma();
        break;
      }
      this.#expect(',');
    }
    return list.length === 1 ? first : list;
  }

  /** Undefined, and back at the comma, when no further value begins here. */
  #later(): string | undefined {
    try {
      if (this.#current() === "'" || this.#current() === '"') return this.#quoted();
      return this.#plain(LATER, 'second');
    } catch (error) {
      if (!(error instanceof ShorthandError) || this.#ended()) throw error;
      this.#backToComma();
      return undefined;
    }
  }

  #first(): string {
    if (this.#current() === "'" || this.#current() === '"') return this.#quoted();
    return unescapeComma(this.#match(FIRST) ?? '');
  }

  #plain(pattern: RegExp, name: string): string {
    const value = this.#match(pattern);
    if (value === undefined) throw this.#error(`<${name}>`, '<none>');
    return unescapeComma(value);
  }

  #quoted(): string {
    const quote = this.#current() ?? '';
    const value = this.#match(quote === "'" ? SINGLE : DOUBLE);
    if (value === undefined)
      throw this.#error(quote === "'" ? '<singled quoted>' : '<double quoted>', '<none>');
    return value.slice(1, -1).replaceAll(`\\${quote}`, quote).replaceAll('\\\\', '\\');
  }

  #list(): Shorthand[] {
    const list: Shorthand[] = [];
    this.#expect('[');
    while (this.#current() !== ']') {
      list.push(this.#nested());
      this.#separator(']');
    }
    this.#at++;
    return list;
  }

  #hash(): { [key: string]: Shorthand } {
    const found = new Map<string, Shorthand>();
    this.#expect('{');
    while (this.#current() !== '}') {
      const key = this.#key();
      found.set(key, this.#nested());
      this.#separator('}');
    }
    this.#at++;
    return Object.fromEntries(found);
  }

  #nested(): Shorthand {
    if (this.#current() === '[') return this.#list();
    if (this.#current() === '{') return this.#hash();
    return this.#first();
  }

  #separator(end: string): void {
    this.#match(SPACE);
    if (this.#current() === end) return;
    if (this.#current() !== ',') throw this.#error(',', this.#current() ?? 'EOF');
    this.#at++;
    this.#match(SPACE);
  }

  #expect(char: string): void {
    this.#match(SPACE);
    if (this.#current() !== char) throw this.#error(char, this.#current() ?? 'EOF');
    this.#at++;
    this.#match(SPACE);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #current(): string | undefined {
    return this.#text[this.#at];
  }

  #ended(): boolean {
    return this.#at >= this.#text.length;
  }

  #backToComma(): void {
    this.#at = this.#text.lastIndexOf(',', Math.min(this.#at, this.#text.length - 1));
  }

  #error(expected: string, received: string): ShorthandError {
    return new ShorthandError(
      `Expected: '${expected}', received: '${received}' for input:\n${this.#pointTo(this.#at)}`,
    );
  }

  #duplicate(key: string, at: number): ShorthandError {
    return new ShorthandError(
      `Second instance of key "${key}" encountered for input:\n${this.#pointTo(at)}\nThis is often because there is a preceding "," instead of a space.`,
    );
  }

  /** The text with a caret below a place, on the line that has it. */
  #pointTo(at: number): string {
    const lineStart = this.#text.lastIndexOf('\n', at - 1) + 1;
    const lineEnd = this.#text.indexOf('\n', at);
    const end = lineEnd < 0 ? this.#text.length : lineEnd;
    return `${this.#text.slice(0, end)}\n${' '.repeat(at - lineStart)}^${this.#text.slice(end)}`;
  }
}

const unescapeComma = (value: string) => value.replaceAll('\\,', ',').trimEnd();
