import type { Actual } from './types.ts';

/** A terminal's control sequences: CSI with its parameter and letter, titles and links, others. */
const ESCAPE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /\u001b(?:\[([0-?]*)[ -/]*([@-~])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-_])/y;

/**
 * The text that a terminal shows at the end: without colours, what a carriage return goes back over is written over, a
 * backspace takes one character back, and what is erased is gone.
 *
 * @example onScreen('Completed 6 Bytes/6 Bytes\rupload: ./a to s3://b/a      \n') // 'upload: ./a to s3://b/a      \n'
 * @example onScreen('10%\r\u001b[Kdone\n') // 'done\n'
 */
export function onScreen(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (!/[\u001b\b]|\r(?!\n)/.test(text)) return text;
  const screen = new Screen();
  for (let at = 0; at < text.length; ) {
    ESCAPE.lastIndex = at;
    const [sequence, parameter = '', letter] = ESCAPE.exec(text) ?? [];
    if (sequence === undefined) at += screen.write(text, at);
    else {
      screen.control(letter, parameter);
      at += sequence.length;
    }
  }
  return screen.toString();
}

/** Lines of characters and a cursor. */
class Screen {
  private readonly lines: string[][] = [[]];
  private row = 0;
  private column = 0;

  private get line(): string[] {
    return this.lines[this.row] ?? [];
  }

  /** Writes the character at a position, and answers with its length. */
  write(text: string, at: number): number {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (char === '\n') {
      this.row++;
      this.column = 0;
      this.lines[this.row] ??= [];
    } else if (char === '\b') this.column = Math.max(0, this.column - 1);
    // The carriage return of a line's end is kept, as in a text without control characters.
    else if (char === '\r' && text.charAt(at + 1) === '\n') this.line.push('\r');
    else if (char === '\r') this.column = 0;
    else {
      while (this.line.length < this.column) this.line.push(' ');
      this.line[this.column++] = char;
    }
    return char.length;
  }

  /** Moves the cursor or erases; colours change nothing (ECMA-48: CUU, CUD, CUF, CUB, CHA, ED, EL). */
  control(letter: string | undefined, parameter: string): void {
    const count = Math.max(1, Number.parseInt(parameter, 10) || 1);
    if (letter === 'A') this.row = Math.max(0, this.row - count);
    else if (letter === 'B') this.row = Math.min(this.lines.length - 1, this.row + count);
    else if (letter === 'C') this.column = Math.min(this.line.length, this.column + count);
    else if (letter === 'D') this.column = Math.max(0, this.column - count);
    else if (letter === 'G') this.column = Math.min(this.line.length, count - 1);
    else if (letter === 'K') this.eraseLine(parameter);
    else if (letter === 'J') this.erase(parameter);
  }

  private eraseLine(parameter: string): void {
    if (parameter === '2') this.line.length = 0;
    else if (parameter === '1') this.line.fill(' ', 0, this.column + 1);
    else this.line.length = Math.min(this.line.length, this.column);
  }

  /** Erases to the end of the screen, or all of it. */
  private erase(parameter: string): void {
    if (parameter === '1') return;
    const isAll = parameter === '2' || parameter === '3';
    for (const line of isAll ? this.lines : this.lines.slice(this.row + 1)) line.length = 0;
    if (!isAll) this.eraseLine('');
  }

  toString(): string {
    return this.lines.map((line) => line.join('')).join('\n');
  }
}

/** Returns a step's output as a terminal shows it. */
export const asTerminal = (actual: Actual): Actual => ({
  ...actual,
  stdout: onScreen(actual.stdout),
  stderr: onScreen(actual.stderr),
});
