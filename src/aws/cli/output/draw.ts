import { type PrintedTable, textWidth } from './section.ts';

/** Without a terminal the CLI assumes one of this many columns. */
const TERMINAL = 80;

export interface Colors {
  cell(text: string): string;
  edge(text: string): string;
  /** Written after every piece that is printed. */
  readonly reset: string;
}

export const plain: Colors = { cell: (text) => text, edge: (text) => text, reset: '' };
export const ansi: Colors = {
  cell: (text) => `\x1b[1m\x1b[34m${text}\x1b[0m`,
  edge: (text) => `\x1b[2m\x1b[33m${text}\x1b[0m`,
  reset: '\x1b[0m',
};

/** Draws the sections below each other, all of one width. */
export function drawTable(sections: readonly PrintedTable[], colors: Colors): string {
  const widest = (all: readonly PrintedTable[]) => Math.max(...all.map((section) => section.totalWidth()));
  const fitted = widest(sections) > TERMINAL ? sections.map((section) => section.turned()) : sections;
  const width = widest(fitted);
  return [
    `${'-'.repeat(width)}\n${colors.reset}`,
    ...fitted.map((section) => drawSection(section, width, colors)),
  ].join('');
}

function drawSection(section: PrintedTable, tableWidth: number, colors: Colors): string {
  const width = tableWidth - 2 * section.indent;
  const widths = section.columnWidths(width);
  const lines: string[] = [];
  if (section.title) {
    lines.push(center(section.title, width, '|'));
    if (section.headers.length === 0 && section.rows.length === 0) lines.push(`+${'-'.repeat(width - 2)}+`);
  }
  if (section.headers.length > 0)
    lines.push(rule(widths), widths.map((w, i) => center(section.headers[i] ?? '', w, edge(i))).join(''));
  if (section.rows.length > 0 && widths.length > 0) {
    const rows = section.rows.map((row) =>
      row.map((cell, i) => left(cell, widths[i] ?? 0, edge(i), colors)).join(''),
    );
    lines.push(rule(widths), ...rows, rule(widths));
  }
  const side = colors.edge('|').repeat(section.indent) + colors.reset;
  return lines.map((line) => `${side}${line}${colors.reset}${side}\n${colors.reset}`).join('');
}

/** Cells share their edges: only the first has one on its left. */
const edge = (column: number) => (column === 0 ? '|' : '');

const rule = (widths: readonly number[]) =>
  widths.map((width, i) => (i === 0 ? `+${'-'.repeat(width - 2)}+` : `${'-'.repeat(width - 1)}+`)).join('');

const spaces = (count: number) => ' '.repeat(Math.max(0, count));

function center(text: string, width: number, leftEdge: string): string {
  const length = textWidth(text);
  const before = Math.max(0, Math.floor(width / 2) - Math.floor(length / 2) - 1);
  return `${leftEdge}${spaces(before)}${text}${spaces(width - 1 - leftEdge.length - before - length)}|`;
}

function left(text: string, width: number, leftEdge: string, colors: Colors): string {
  const length = textWidth(text);
  const padding = width - (length + 2 + leftEdge.length + 1) >= 0 ? 2 : 0;
  const after = spaces(width - leftEdge.length - padding - length - 1);
  return `${leftEdge}${spaces(padding)}${colors.cell(text)}${after}|`;
}
