import { say } from '../../language/say.ts';
import { isElision, Scanner, type Token } from './scanner.ts';
import type { JsonFault, JsonNode, ParsedJson } from './types.ts';

/** Deeper nesting than any API answers with; more would exhaust the stack. */
const DEEPEST = 200;

class Fault extends Error {}

type Dialect = 'example' | 'output' | 'document';

/**
 * Parses the JSON values of a text; each begins on a line of its own. An example may leave things out: an elision is
 * a value, or any number of members, elements or values, and needs no commas around it. An output has no elisions; a
 * document neither, and it is one value.
 *
 * @example
 * parseJson('{ "Vpcs": [（中略）] }', 'example'); // { values: [an object] }
 * parseJson('{ "Vpcs": [1,] }', 'example');
 * // { fault: { reason: '"," stands before "]"', line: 1, offset: 13 } }
 */
export function parseJson(text: string, dialect: Dialect): ParsedJson {
  const parser = new Parser(text, dialect);
  try {
    return { values: parser.values() };
  } catch (error) {
    if (error instanceof Fault) return { fault: { reason: error.message, ...parser.place() } };
    throw error;
  }
}

/**
 * Returns true if an example is an object or an array, or several of them, and nothing else.
 *
 * @example
 * isJsonTree('{ "a": ... }'); // true
 * isJsonTree('42'); // false
 */
export function isJsonTree(example: string): boolean {
  if (!/^\s*[{[]/.test(example)) return false;
  const parsed = parseJson(example, 'example');
  return 'values' in parsed && parsed.values.every(({ kind }) => kind !== 'string' && kind !== 'number');
}

class Parser {
  private depth = 0;
  private readonly text: string;
  private readonly scanner: Scanner;
  private readonly dialect: Dialect;
  private readonly elisions: boolean;

  constructor(text: string, dialect: Dialect) {
    this.text = text;
    this.dialect = dialect;
    this.elisions = dialect === 'example';
    this.scanner = new Scanner(text, this.elisions);
  }

  /** Place of the next token: of what is wrong, once a fault was found. */
  place(): Omit<JsonFault, 'reason'> {
    const { line, at, ended } = this.scanner;
    return { line, offset: ended ? this.text.trimEnd().length : at };
  }

  values(): JsonNode[] {
    const values: JsonNode[] = [];
    do {
      if (values.length > 0 && !this.mayFollow(values.at(-1))) this.fail(say`something follows its end`);
      values.push(this.value());
    } while (!this.scanner.ended);
    return values;
  }

  private mayFollow(last: JsonNode | undefined): boolean {
    if (this.dialect === 'document') return false;
    const { line, lineBefore } = this.scanner;
    return line > lineBefore || last?.kind === 'elision' || this.scanner.is('elision');
  }

  private value(): JsonNode {
    const { line, mark } = this.scanner;
    if (mark === '{') return this.nested(() => this.object());
    if (mark === '[') return this.nested(() => this.array());
    const string = this.scanner.take('string');
    if (string) return { kind: 'string', value: JSON.parse(string.text), line, ...span(string) };
    const number = this.scanner.take('number');
    if (number) return { kind: 'number', text: number.text, line, ...span(number) };
    const word = this.scanner.take('word');
    if (word)
      return { kind: word.text === 'null' ? 'null' : 'boolean', text: word.text, line, ...span(word) };
    const elision = this.scanner.take('elision');
    if (elision) return { kind: 'elision', text: elision.text, line, ...span(elision) };
    if (this.scanner.ended) this.fail(say`it ends where a value should stand`);
    return this.fail(say`"${mark}" stands where a value should stand`);
  }

  private object(): JsonNode {
    const { line, at: start } = this.scanner;
    const entries = new Map<string, JsonNode>();
    const keyStarts = new Map<string, number>();
    let elided = false;
    const end = this.list('}', () => {
      if (this.scanner.take('elision')) {
        elided = true;
        return true;
      }
      const key = this.scanner.take('string') ?? this.fail(say`a key in quotes should stand here`);
      if (!this.scanner.takeMark(':')) this.fail(say`":" is missing`);
      const value = this.value();
      const name: string = JSON.parse(key.text);
      // `"...": "..."` is how an elision looks to those who keep an example valid JSON.
      if (this.elisions && isElision(name)) elided = true;
      else {
        entries.set(name, value);
        keyStarts.set(name, key.start);
      }
      return value.kind === 'elision';
    });
    return { kind: 'object', entries, keyStarts, elided, line, start, end };
  }

  private array(): JsonNode {
    const { line, at: start } = this.scanner;
    const items: JsonNode[] = [];
    const end = this.list(']', () => {
      const item = this.value();
      const elided = this.elisions && item.kind === 'string' && isElision(item.value);
      items.push(elided ? { ...item, kind: 'elision', text: JSON.stringify(item.value) } : item);
      return item.kind === 'elision';
    });
    return { kind: 'array', items, line, start, end };
  }

  /**
   * Reads items up to `closer`, and returns the offset behind it. `readItem` returns true for an elision: beside one,
   * a comma may be missing or too many.
   */
  private list(closer: '}' | ']', readItem: () => boolean): number {
    this.scanner.takeMark(closer === '}' ? '{' : '[');
    const empty = this.scanner.takeMark(closer);
    if (empty) return empty.end;
    for (;;) {
      if (this.scanner.ended) this.fail(say`"${closer}" is missing`);
      const wasElision = readItem();
      const comma = this.scanner.takeMark(',');
      if (comma && !wasElision && this.scanner.next(closer)) this.fail(say`"," stands before "${closer}"`);
      const close = this.scanner.takeMark(closer);
      if (close) return close.end;
      if (!this.scanner.ended && !comma && !wasElision && !this.scanner.is('elision'))
        this.fail(say`"," is missing`);
    }
  }

  private nested(read: () => JsonNode): JsonNode {
    this.depth++;
    if (this.depth > DEEPEST) this.fail(say`it is nested more than ${DEEPEST} levels deep`);
    const node = read();
    this.depth--;
    return node;
  }

  private fail(reason: string): never {
    throw new Fault(this.scanner.noToken ?? reason);
  }
}

const span = ({ start, end }: Token) => ({ start, end });
