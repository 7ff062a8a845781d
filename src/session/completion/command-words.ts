/** The words of the simple command in which a line ends, and the beginning of the one being typed. */
export interface CommandWords {
  /** Finished words, without quotes; assignments before the command are left out. */
  readonly before: readonly string[];
  /** The word at the end, without quotes; empty after a space. */
  readonly word: string;
  /** Start in the line, its quote included. */
  readonly from: number;
  /** The quote in which the line ends. */
  readonly quote: '' | '"' | "'";
}

/** Reads a line as a shell would up to its end, well enough to complete it. Variables are not expanded. */
export function readWords(line: string): CommandWords {
  const reading = new Reading();
  while (reading.at < line.length) reading.take(line);
  const { before, word, from, quote } = reading;
  const command = before.findIndex((text) => !/^\w+=/.test(text) && !RESERVED.has(text));
  return {
    before: command < 0 ? [] : before.slice(command),
    word: word ?? '',
    from: word === undefined ? line.length : from,
    quote,
  };
}

const RESERVED = new Set(['if', 'then', 'else', 'elif', 'while', 'until', 'do', '!', 'time']);

const SINGLE = /'([^']*)('?)/y;
const DOUBLE = /"/y;
const ESCAPED = /\\([\s\S]?)/y;
/** After these a command begins; the braces of `${NAME` belong to a word. */
const COMMAND = /\$\(|[;|&(){}`\n]/y;
const BETWEEN = /[<>\s]/y;
const PLAIN = /\$\{\w*\}?|[^'"\\;|&(){}`<>\s$]+|\$/y;
const IN_DOUBLE = /[^"\\$]+|\$(?!\()/y;

class Reading {
  at = 0;
  before: string[] = [];
  word: string | undefined;
  from = 0;
  quote: CommandWords['quote'] = '';

  take(line: string): void {
    const begin = this.at;
    const escaped = this.#next(ESCAPED, line);
    if (escaped) {
      // A line break with a backslash before it is nothing at all.
      if (escaped[1] !== '\n') this.#add(escaped[1] ?? '', begin);
    } else if (this.#next(DOUBLE, line)) {
      this.#add('', begin);
      this.quote = this.quote === '"' ? '' : '"';
    } else if (this.quote === '"') this.#takeQuoted(line, begin);
    else this.#takePlain(line, begin);
  }

  #takeQuoted(line: string, begin: number): void {
    const inside = this.#next(IN_DOUBLE, line);
    if (inside) this.#add(inside[0], begin);
    else this.#beginCommand(line);
  }

  #takePlain(line: string, begin: number): void {
    const single = this.#next(SINGLE, line);
    const plain = this.#next(PLAIN, line);
    if (single) {
      this.#add(single[1] ?? '', begin);
      if (single[2] === '') this.quote = "'";
    }
    if (plain) this.#add(plain[0], begin);
    if (single || plain || this.#beginCommand(line)) return;
    this.#next(BETWEEN, line);
    if (this.word !== undefined) this.before.push(this.word);
    this.word = undefined;
  }

  #next(pattern: RegExp, line: string): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(line);
    if (found) this.at += found[0].length;
    return found;
  }

  #add(text: string, begin: number): void {
    if (this.word === undefined) this.from = begin;
    this.word = (this.word ?? '') + text;
  }

  /** Also inside double quotes, where the command has quotes of its own. */
  #beginCommand(line: string): boolean {
    if (!this.#next(COMMAND, line)) return false;
    this.before = [];
    this.word = undefined;
    this.quote = '';
    return true;
  }
}
