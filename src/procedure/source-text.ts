import type { Position, Span } from './types.ts';

const BOM = '\uFEFF';

/** A page's source with its lines indexed once, so that a place costs a look-up and no walk. */
export interface SourceText {
  readonly text: string;
  /** Number of lines; a final line break begins one more. */
  readonly lineCount: number;
  /** The text of a line (from 1) without its line break; empty outside the source. */
  line(number: number): string;
  /** The place `index` UTF-16 units after the start of a line. */
  at(line: number, index: number): Position;
  /** The place of an offset. */
  positionAt(offset: number): Position;
}

/**
 * Indexes a source. A byte order mark counts in offsets, as it does in the text, and not in columns, as in editors;
 * the Markdown parser counts it in neither, so offsets of its nodes must not be used.
 */
export function indexSource(text: string): SourceText {
  const starts = [text.startsWith(BOM) ? 1 : 0];
  const ends: number[] = [];
  for (const lineBreak of text.matchAll(/\r\n|\n|\r/g)) {
    ends.push(lineBreak.index);
    starts.push(lineBreak.index + lineBreak[0].length);
  }
  ends.push(text.length);

  const startOf = (line: number) => starts[line - 1] ?? text.length;
  const at = (line: number, index: number): Position => ({
    line,
    column: index + 1,
    offset: startOf(line) + index,
  });
  return {
    text,
    lineCount: starts.length,
    line: (number) => text.slice(startOf(number), ends[number - 1] ?? text.length),
    at,
    positionAt: (offset) => {
      const line = lineOf(starts, offset);
      return at(line, Math.max(0, offset - startOf(line)));
    },
  };
}

/** The line (from 1) that holds an offset, by halving. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

interface ParserPoint {
  readonly line: number;
  readonly column: number;
}

/** The span of a node of the Markdown parser, whose lines and columns are right where its offsets may not be. */
export function spanOf(
  source: SourceText,
  position: { readonly start: ParserPoint; readonly end: ParserPoint },
): Span {
  return {
    start: source.at(position.start.line, position.start.column - 1),
    end: source.at(position.end.line, position.end.column - 1),
  };
}
