import { eastAsianWidth } from 'get-east-asian-width';
import { roundHalfEven, str } from '../python/builtins.ts';

/** Columns a text takes in a terminal, as the CLI counts them: wide, full and ambiguous characters take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += eastAsianWidth(char.codePointAt(0) ?? 0, { ambiguousAsWide: true });
  return width;
}

const PADDING = 4;
const BORDERS = 2;

/** A block of a table: a title, perhaps column names, rows of as many cells. */
export class PrintedTable {
  readonly title: string;
  readonly indent: number;
  headers: readonly string[] = [];
  rows: string[][] = [];
  #widths: number[] = [];

  constructor(title: string, indent: number) {
    this.title = title;
    this.indent = indent;
  }

  setHeaders(headers: readonly string[]): void {
    this.headers = headers;
    this.#widen(headers);
  }

  addRow(row: readonly unknown[]): void {
    const cells = row.map(str);
    this.rows.push(cells);
    this.#widen(cells);
  }

  #widen(cells: readonly string[]): void {
    this.#widths = cells.map((cell, column) => Math.max(this.#widths[column] ?? 0, textWidth(cell)));
  }

  totalWidth(): number {
    const columns = this.#widths.reduce((sum, width) => sum + width + PADDING, 0);
    const outside = BORDERS + 2 * this.indent;
    return Math.max(textWidth(this.title) + outside, columns + outside);
  }

  /** Columns scaled to fill a table of that width; what rounding leaves over is taken from both ends. */
  columnWidths(total: number): number[] {
    const plain = this.#widths.map((width) => width + PADDING);
    const sum = plain.reduce((a, b) => a + b, 0);
    if (sum === 0) return plain;
    const scaled = plain.map((width) => roundHalfEven((total / sum) * width));
    let off = scaled.reduce((a, b) => a + b, 0) - total;
    while (off !== 0) {
      const order = off < 0 ? [...scaled.keys()].reverse() : [...scaled.keys()];
      for (const i of order) {
        scaled[i] = (scaled[i] ?? 0) + (off > 0 ? -1 : 1);
        off += off > 0 ? -1 : 1;
        if (off === 0) break;
      }
    }
    return scaled;
  }

  /** A section of one row turned on its side: a row for each column. */
  turned(): PrintedTable {
    if (this.rows.length !== 1 || this.headers.length === 0) return this;
    const section = new PrintedTable(this.title, this.indent);
    for (const [column, header] of this.headers.entries())
      section.addRow([header, this.rows[0]?.[column] ?? '']);
    return section;
  }
}
