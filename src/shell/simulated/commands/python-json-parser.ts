/** A value as Python's `json` holds it: numbers as they are printed, objects in the order of their keys. */
export type PythonJson =
  | string
  | { readonly literal: string }
  | readonly PythonJson[]
  | ReadonlyMap<string, PythonJson>;

/** A text that is no JSON. The message is that of Python's `JSONDecodeError`. */
export class PythonJsonError extends Error {
  constructor(problem: string, text: string, at: number) {
    const before = text.slice(0, at);
    const line = before.split('\n').length;
    const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
    super(`${problem}: line ${line} column ${column} (char ${[...before].length})`);
  }
}

const NUMBER = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?/y;
const CONSTANT = /null|true|false|NaN|Infinity|-Infinity/y;
const SPACE = /[ \t\n\r]*/y;
/** Neither a quotation mark, a backslash nor a control character. */
const PLAIN = /[ !#-[\]-\uffff]*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' },
};
/** Our limit; Python's depends on its stack. */
const MOST_DEPTH = 900;

/**
 * Parses as Python's `json.loads` does: with NaN and Infinity, with its messages and places.
 * Source: CPython 3.11, Lib/json/decoder.py and scanner.py.
 * @throws PythonJsonError
 */
export function parseLikeJsonTool(text: string): PythonJson {
  if (text.startsWith('\ufeff'))
    throw new PythonJsonError('Unexpected UTF-8 BOM (decode using utf-8-sig)', text, 0);
  const reader = new Reader(text);
  reader.skipSpace();
  const value = reader.value();
  reader.skipSpace();
  if (reader.at < text.length) throw new PythonJsonError('Extra data', text, reader.at);
  return value;
}

class Reader {
  at = 0;
  readonly #text: string;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  skipSpace(): void {
    this.#take(SPACE);
  }

  value(): PythonJson {
    const next = this.#text[this.at];
    if (next === '"') return this.#string();
    if (next === '{' || next === '[')
      return this.#nested(() => (next === '{' ? this.#object() : this.#array()));
    const constant = this.#take(CONSTANT);
    if (constant !== undefined) return { literal: constant };
    const start = this.at;
    const number = this.#take(NUMBER);
    if (number === undefined) this.#fail('Expecting value', start);
    return { literal: /[.eE]/.test(number) ? repr(Number(number)) : number.replace(/^-0$/, '0') };
  }

  #nested<T>(read: () => T): T {
    if (this.#depth >= MOST_DEPTH) this.#fail(`this shell reads ${MOST_DEPTH} levels at most`, this.at);
    this.#depth += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #object(): ReadonlyMap<string, PythonJson> {
    const entries = new Map<string, PythonJson>();
    this.at += 1;
    this.skipSpace();
    if (this.#is('}')) return entries;
    do {
      this.skipSpace();
      if (this.#text[this.at] !== '"')
        this.#fail('Expecting property name enclosed in double quotes', this.at);
      const key = this.#string();
      this.skipSpace();
      if (!this.#is(':')) this.#fail("Expecting ':' delimiter", this.at);
      this.skipSpace();
      entries.set(key, this.value());
      this.skipSpace();
    } while (this.#is(','));
    if (!this.#is('}')) this.#fail("Expecting ',' delimiter", this.at);
    return entries;
  }

  #array(): readonly PythonJson[] {
    const items: PythonJson[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.#is(']')) return items;
    do {
      this.skipSpace();
      items.push(this.value());
      this.skipSpace();
    } while (this.#is(','));
    if (!this.#is(']')) this.#fail("Expecting ',' delimiter", this.at);
    return items;
  }

  #string(): string {
    const start = this.at;
    this.at += 1;
    let content = '';
    for (;;) {
      content += this.#take(PLAIN) ?? '';
      if (this.#is('"')) return content;
      if (this.at >= this.#text.length) this.#fail('Unterminated string starting at', start);
      if (this.#text[this.at] !== '\\') this.#fail('Invalid control character at', this.at);
      content += this.#escape(start);
    }
  }

  #escape(start: number): string {
    const letter = this.#text[this.at + 1];
    if (letter === undefined) this.#fail('Unterminated string starting at', start);
    if (letter === 'u') {
      const digits = this.#text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.#fail('Invalid \\uXXXX escape', this.at + 1);
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = ESCAPES[letter];
    if (character === undefined) this.#fail('Invalid \\escape', this.at);
    this.at += 2;
    return character;
  }

  /** Goes past a character where it is the next one. */
  #is(character: string): boolean {
    if (this.#text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  #fail(problem: string, at: number): never {
    throw new PythonJsonError(problem, this.#text, at);
  }
}

/** A number with a fraction as Python prints it: `100000.0`, `1e+16`, `1e-07`. */
function repr(number: number): string {
  if (!Number.isFinite(number)) return String(number);
  if (Object.is(number, -0)) return '-0.0';
  const [, sign = '', digits = '', fraction = '', power = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([-+]\d+)$/.exec(number.toExponential()) ?? [];
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 16) {
    const plain = exponent < 0 ? number.toFixed(fraction.length - exponent) : String(number);
    return plain.includes('.') ? plain : `${plain}.0`;
  }
  const places = String(Math.abs(exponent)).padStart(2, '0');
  return `${sign}${digits}${fraction === '' ? '' : `.${fraction}`}e${exponent < 0 ? '-' : '+'}${places}`;
}
