import { ELISION, isElision } from '../values/index.ts';
import type { JsonNode } from './types.ts';

/** Why a text is not JSON, with the line (from 1). */
interface JsonProblem {
  readonly line: number;
  readonly message: string;
}

export type Parsed = { readonly values: readonly JsonNode[] } | { readonly problem: JsonProblem };

/** Deeper nesting than any API answers with; more would exhaust the stack. */
const DEEPEST = 200;
const STRING = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /(?:true|false|null)(?!\w)/y;
const ELIDED = new RegExp(ELISION, 'y');
const SPACE = /[ \t\r\n]*/y;

class JsonError extends Error {}

/** Where a value begins. */
interface Begin {
  readonly line: number;
  readonly start: number;
}

/**
 * The JSON values of a text, one after the other. An example may hold elisions, in an array, an object or for a
 * value, and may have commas too many or too few around them; an output may not.
 */
export function parseJson(text: string, dialect: 'example' | 'output'): Parsed {
  const reader = new Reader(text, dialect === 'example');
  try {
    return { values: reader.document() };
  } catch (error) {
    if (error instanceof JsonError) return { problem: { line: reader.line, message: error.message } };
    throw error;
  }
}

class Reader {
  line = 1;
  private at = 0;
  /** Where the last token ended, before the white space behind it. */
  private tokenEnd = 0;
  private depth = 0;
  private readonly text: string;
  private readonly tolerant: boolean;

  constructor(text: string, tolerant: boolean) {
    this.text = text;
    this.tolerant = tolerant;
  }

  document(): JsonNode[] {
    const values: JsonNode[] = [];
    this.skipSpace();
    do values.push(this.value());
    while (!this.ended());
    return values;
  }

  private value(): JsonNode {
    const begin = this.here();
    const next = this.text[this.at];
    if (next === '{') return this.nested(() => this.object(begin));
    if (next === '[') return this.nested(() => this.array(begin));
    const string = this.string();
    if (string !== undefined) return { kind: 'string', value: string, ...this.placed(begin) };
    const number = this.take(NUMBER);
    if (number !== undefined) return { kind: 'number', text: number, ...this.placed(begin) };
    const word = this.take(WORD);
    if (word !== undefined)
      return { kind: word === 'null' ? 'null' : 'boolean', text: word, ...this.placed(begin) };
    return this.elision() ?? this.fail('a value is expected');
  }

  private here(): Begin {
    return { line: this.line, start: this.at };
  }

  private placed(begin: Begin): Begin & { end: number } {
    return { ...begin, end: this.tokenEnd };
  }

  private object(begin: Begin): JsonNode {
    const entries = new Map<string, JsonNode>();
    const keyStarts = new Map<string, number>();
    let elided = false;
    this.list('}', () => {
      if (this.elision()) {
        elided = true;
        return true;
      }
      const keyStart = this.at;
      const key = this.string() ?? this.fail('a key in double quotes is expected');
      if (!this.punctuation(':')) this.fail('":" is expected after a key');
      const value = this.value();
      // `"...": "..."` is how an elision looks to those who keep an example valid JSON.
      if (this.tolerant && isElision(key)) elided = true;
      else {
        entries.set(key, value);
        keyStarts.set(key, keyStart);
      }
      return value.kind === 'elision';
    });
    return { kind: 'object', entries, keyStarts, elided, ...this.placed(begin) };
  }

  private array(begin: Begin): JsonNode {
    const items: JsonNode[] = [];
    this.list(']', () => {
      const item = this.value();
      const elided = this.tolerant && item.kind === 'string' && isElision(item.value);
      const { line, start, end } = item;
      items.push(elided ? { kind: 'elision', text: JSON.stringify(item.value), line, start, end } : item);
      return item.kind === 'elision';
    });
    return { kind: 'array', items, ...this.placed(begin) };
  }

  /** Reads items up to `end`; `item` answers whether it read an elision, beside which commas may be left out. */
  private list(end: string, item: () => boolean): void {
    this.punctuation(this.text[this.at] ?? '');
    if (this.punctuation(end)) return;
    for (;;) {
      const wasElision = item();
      const comma = this.punctuation(',');
      if ((!comma || this.tolerant) && this.punctuation(end)) return;
      if (comma || (this.tolerant && (wasElision || this.atElision()))) continue;
      this.fail(`"," or "${end}" is expected`);
    }
  }

  private nested(read: () => JsonNode): JsonNode {
    this.depth++;
    if (this.depth > DEEPEST) this.fail(`it is nested more than ${DEEPEST} levels deep`);
    const node = read();
    this.depth--;
    return node;
  }

  private string(): string | undefined {
    const token = this.take(STRING);
    if (token === undefined) return undefined;
    try {
      return JSON.parse(token) as string;
    } catch {
      return this.fail('a string has an invalid escape or character');
    }
  }

  private elision(): JsonNode | undefined {
    const begin = this.here();
    const text = this.tolerant ? this.take(ELIDED) : undefined;
    return text === undefined ? undefined : { kind: 'elision', text, ...this.placed(begin) };
  }

  private atElision(): boolean {
    ELIDED.lastIndex = this.at;
    return ELIDED.test(this.text);
  }

  private punctuation(mark: string): boolean {
    if (mark === '' || this.text[this.at] !== mark) return false;
    this.at++;
    this.tokenEnd = this.at;
    this.skipSpace();
    return true;
  }

  private take(token: RegExp): string | undefined {
    token.lastIndex = this.at;
    const found = token.exec(this.text)?.[0];
    if (found === undefined) return undefined;
    this.at += found.length;
    this.tokenEnd = this.at;
    this.skipSpace();
    return found;
  }

  private skipSpace(): void {
    SPACE.lastIndex = this.at;
    const space = SPACE.exec(this.text)?.[0] ?? '';
    this.at += space.length;
    this.line += space.split('\n').length - 1;
  }

  private ended(): boolean {
    return this.at >= this.text.length;
  }

  private fail(message: string): never {
    const rest = this.text.slice(this.at, this.at + 20).split('\n')[0] ?? '';
    throw new JsonError(
      rest === '' ? `${message}, but the text ends` : `${message} at ${JSON.stringify(rest)}`,
    );
  }
}
