import { say } from '../../language/say.ts';
/** Mark in brackets, so clear that it may also stand within a text: `〜略〜`, `～中略～`, `(略)`, `（以下省略）`. */
export const BRACKETED_ELISION =
  '(?:[〜～][ 　]*(?:[前中後]|以[下降])?省?略[ 　]*[〜～]|[(（](?:[前中後]|以[下降])?省?略[)）])';

/** Sentence between wave dashes that says that something is left out: `〜 以下は省略しました 〜`. */
const SENTENCE = '[〜～][^〜～\\n"]*略[^〜～\\n"]*[〜～]';

/** Elision that stands alone: in the place of a JSON value, member or element, of a line or of a cell. */
export const ELISION = `(?:\\.{3,}|…+|${BRACKETED_ELISION}|${SENTENCE})`;

const WHOLE = new RegExp(`^${ELISION}$`);

/**
 * Returns true if a text (a line, a string value, a cell) is nothing but an elision.
 *
 * @example
 * isElision('（以下略）'); // true
 * isElision('Loading...'); // false: a text that ends in three dots
 */
export const isElision = (text: string): boolean => WHOLE.test(text.trim());

/** Text between two offsets, without the white space behind it. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Kinds of token that a value may consist of. */
export type Lexeme = 'string' | 'number' | 'word' | 'elision';

const LEXEMES: Readonly<Record<Lexeme, RegExp>> = {
  // No control characters: all from the space on but `"` and `\`.
  string: /"[ !#-[\]-\uFFFF]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uFFFF]*)*"/y,
  number: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y,
  word: /(?:true|false|null)(?!\w)/y,
  elision: new RegExp(ELISION, 'y'),
};
const [SPACE, TAB, LINE_FEED, CARRIAGE_RETURN] = [0x20, 0x09, 0x0a, 0x0d];
const MARKS = '{}[],:';
const WORD = /[^\s{}[\],:"]+/y;
const UNSEEN = /[\p{Z}\p{Cc}\p{Cf}]/uy;
/** A string up to a control character in it, a line break excepted: that is where an open string ends. */
const CONTROLLED = /"[ !#-[\]-\uFFFF]*(?:\\.[ !#-[\]-\uFFFF]*)*(?!\n)\p{Cc}/uy;

/** Reads the tokens of a JSON text, one after the other. */
export class Scanner {
  at = 0;
  /** Line of the next token, from 1. */
  line = 1;
  /** Line of the token before. */
  lineBefore = 0;
  private readonly text: string;
  private readonly elisions: boolean;

  /** `elisions`: the text may leave things out. */
  constructor(text: string, elisions: boolean) {
    this.text = text;
    this.elisions = elisions;
    this.skipSpace();
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** Returns true if a token of this kind is the next. */
  is(lexeme: Lexeme): boolean {
    return (lexeme !== 'elision' || this.elisions) && this.peek(LEXEMES[lexeme]) !== undefined;
  }

  /** Reads a token of this kind, if it is the next. */
  take(lexeme: Lexeme): Token | undefined {
    if (lexeme === 'elision' && !this.elisions) return undefined;
    const text = this.peek(LEXEMES[lexeme]);
    return text === undefined ? undefined : this.advance(text);
  }

  /** Reads a punctuation mark, if it is the next. */
  takeMark(mark: string): Token | undefined {
    return this.next(mark) ? this.advance(mark) : undefined;
  }

  /** Returns true if the text goes on with this character. */
  next(mark: string): boolean {
    return this.text[this.at] === mark;
  }

  /** The punctuation mark that is next. */
  get mark(): string | undefined {
    const char = this.text.charAt(this.at);
    return char !== '' && MARKS.includes(char) ? char : undefined;
  }

  /** Describes text that is no token of JSON at all; undefined if the next is a token or the end. */
  get noToken(): string | undefined {
    if (this.next('"')) {
      if (this.is('string')) return undefined;
      const control = this.peek(CONTROLLED)?.at(-1);
      if (control !== undefined)
        return say`a string holds a control character: write it as ${JSON.stringify(control).slice(1, -1)}`;
      return say`a string is not closed or holds a wrong escape`;
    }
    const unseen = this.peek(UNSEEN);
    if (unseen !== undefined) {
      const code = (unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return say`it holds U+${code}, which is no white space in JSON: write a plain space`;
    }
    if (this.is('number') || this.is('word') || this.is('elision')) return undefined;
    const word = this.peek(WORD);
    return word === undefined
      ? undefined
      : say`${JSON.stringify(word)} is neither in quotes nor a number, true, false or null`;
  }

  private advance(text: string): Token {
    const start = this.at;
    this.at += text.length;
    const end = this.at;
    this.lineBefore = this.line;
    this.skipSpace();
    return { text, start, end };
  }

  private peek(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0];
  }

  /** Skips JSON's white space: no other is allowed by RFC 8259, section 2. */
  private skipSpace(): void {
    for (; ; this.at++) {
      const char = this.text.charCodeAt(this.at);
      if (char === LINE_FEED) this.line++;
      else if (char !== SPACE && char !== TAB && char !== CARRIAGE_RETURN) return;
    }
  }
}
