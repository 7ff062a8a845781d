/** Why a text is no JSON, in the words of Python's `json` module. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
}

/** Parses JSON. Throws a JsonSyntaxError: `Expecting value: line 1 column 4 (char 3)`. */
export function parsePythonJson(text: string): unknown {
  const reader = new JsonReader(text);
  return reader.document();
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '"': '"', '\\': '\\', '/': '/' },
  ...{ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' },
};
const WORDS: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];

class JsonReader {
  readonly #text: string;
  #at = 0;
  constructor(text: string) {
    this.#text = text;
  }

  document(): unknown {
    this.#skipSpace();
    const value = this.#value();
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#error('Extra data');
    return value;
  }

  #value(): unknown {
    const char = this.#text[this.#at];
    if (char === '"') return this.#string();
    if (char === '{') return this.#object();
    if (char === '[') return this.#array();
    const word = WORDS.find(([name]) => this.#text.startsWith(name, this.#at));
    if (word) {
      this.#at += word[0].length;
      return word[1];
    }
    NUMBER.lastIndex = this.#at;
    const number = NUMBER.exec(this.#text)?.[0];
    if (!number) throw this.#error('Expecting value');
    this.#at += number.length;
    return Number(number);
  }

  #object(): object {
    const found: Record<string, unknown> = {};
    this.#at++;
    this.#skipSpace();
    if (this.#take('}')) return found;
    for (;;) {
      if (this.#text[this.#at] !== '"')
        throw this.#error('Expecting property name enclosed in double quotes');
      const key = this.#string();
      this.#skipSpace();
      if (!this.#take(':')) throw this.#error("Expecting ':' delimiter");
      this.#skipSpace();
      Object.defineProperty(found, key, {
        value: this.#value(),
        enumerable: true,
        writable: true,
        configurable: true,
      });
      this.#skipSpace();
      if (this.#take('}')) return found;
      if (!this.#take(',')) throw this.#error("Expecting ',' delimiter");
      this.#skipSpace();
    }
  }

  #array(): unknown[] {
    const found: unknown[] = [];
    this.#at++;
    this.#skipSpace();
    if (this.#take(']')) return found;
    for (;;) {
      found.push(this.#value());
      this.#skipSpace();
      if (this.#take(']')) return found;
      if (!this.#take(',')) throw this.#error("Expecting ',' delimiter");
      this.#skipSpace();
    }
  }

  #string(): string {
    const start = this.#at++;
    let found = '';
    for (;;) {
      const char = this.#text[this.#at];
      if (char === undefined) throw this.#error('Unterminated string starting at', start);
      if (char === '"') break;
      if (char < ' ') throw this.#error('Invalid control character at');
      found += char === '\\' ? this.#escape(start) : char;
      this.#at++;
    }
    this.#at++;
    return found;
  }

  #escape(start: number): string {
    const at = this.#at++;
    const char = this.#text[this.#at];
    if (char === undefined) throw this.#error('Unterminated string starting at', start);
    if (char !== 'u') {
      const plain = ESCAPES[char];
      if (plain === undefined) throw this.#error('Invalid \\escape', at);
      return plain;
    }
    const digits = this.#text.slice(this.#at + 1, this.#at + 5);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.#error('Invalid \\uXXXX escape', this.#at);
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #take(char: string): boolean {
    if (this.#text[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  #skipSpace(): void {
    while (' \t\n\r'.includes(this.#text[this.#at] ?? 'x')) this.#at++;
  }

  #error(what: string, at = this.#at): JsonSyntaxError {
    const before = this.#text.slice(0, at);
    const line = before.split('\n').length;
    const column = at - before.lastIndexOf('\n');
    return new JsonSyntaxError(`${what}: line ${line} column ${column} (char ${at})`);
  }
}
