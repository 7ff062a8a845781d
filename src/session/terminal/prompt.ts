import { type EditedLine, emptyLine } from './line.ts';
import { layOut, type ScreenPosition } from './prompt-layout.ts';
import type { Screen } from './types.ts';

/** As a page paints it, and as bash asks for more. */
export const PROMPTS = { first: '$ ', more: '> ' };

const START: ScreenPosition = { row: 0, column: 0 };

/** The line that is being typed, on the screen. */
export class Prompt {
  readonly #screen: Screen;
  #line: EditedLine = emptyLine;
  #first = PROMPTS.first;
  #cursor: ScreenPosition = START;
  #end: ScreenPosition = START;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  get line(): EditedLine {
    return this.#line;
  }

  /** `first` stands before the line in place of the usual prompt. */
  show(line: EditedLine, first = PROMPTS.first): void {
    this.#line = line;
    this.#first = first;
    this.#screen.write(`${this.#toStart()}\x1b[J${this.#draw()}`);
  }

  /** Takes the line off the screen, for something to be written in its place. */
  hide(): void {
    this.#screen.write(`${this.#toStart()}\x1b[J`);
    this.#cursor = START;
    this.#end = START;
  }

  /** Leaves the line where it stands and goes on below it, with an empty one. */
  leave(mark = ''): void {
    const down = this.#end.row - this.#cursor.row;
    this.#screen.write(`${move(down, 'B')}\r${move(this.#end.column, 'C')}${mark}\r\n`);
    this.#line = { ...emptyLine, taken: this.#line.taken };
    this.#cursor = START;
    this.#end = START;
  }

  /** After the screen has other columns: the terminal has wrapped the line anew by itself. */
  refit(): void {
    const { text, cursor } = this.#line;
    this.#cursor = layOut(text, cursor, this.#prompts(), this.#screen.columns).cursor;
    this.show(this.#line, this.#first);
  }

  #prompts() {
    return { ...PROMPTS, first: this.#first };
  }

  #toStart(): string {
    return `${move(this.#cursor.row, 'A')}\r`;
  }

  #draw(): string {
    const { text, cursor } = this.#line;
    const layout = layOut(text, cursor, this.#prompts(), this.#screen.columns);
    this.#cursor = layout.cursor;
    this.#end = layout.end;
    const up = layout.end.row - layout.cursor.row;
    return `${layout.drawn}${move(up, 'A')}\r${move(layout.cursor.column, 'C')}`;
  }
}

const move = (count: number, direction: 'A' | 'B' | 'C') => (count > 0 ? `\x1b[${count}${direction}` : '');
