import { cells, graphemes } from './terminal-text.ts';

export interface ScreenPosition {
  readonly row: number;
  readonly column: number;
}

/** A line as it stands on the screen. */
export interface PromptLayout {
  /** Text to write: a terminal wraps it by itself, and breaks it at the end of each line of the command. */
  readonly drawn: string;
  readonly cursor: ScreenPosition;
  /** End of the written text. */
  readonly end: ScreenPosition;
}

/** Places a command behind its prompt, and further lines of it behind a second prompt, on so many columns. */
export function layOut(
  text: string,
  cursor: number,
  prompts: { readonly first: string; readonly more: string },
  columns: number,
): PromptLayout {
  let place: ScreenPosition = { row: 0, column: 0 };
  let drawn = '';
  const put = (piece: string) => {
    for (const grapheme of graphemes(piece)) place = after(place, cells(grapheme), columns);
    drawn += piece;
  };
  let at = 0;
  let found: ScreenPosition | undefined;
  for (const [index, row] of text.split('\n').entries()) {
    if (index > 0) {
      drawn += '\r\n';
      place = { row: place.row + 1, column: 0 };
      at += 1;
    }
    put(index === 0 ? prompts.first : prompts.more);
    const inside = cursor - at;
    if (inside >= 0 && inside <= row.length) {
      put(row.slice(0, inside));
      found = settled(place, columns);
      put(row.slice(inside));
    } else put(row);
    at += row.length;
  }
  // A terminal waits with the wrap until something follows: a space, taken back, makes it happen.
  if (place.column === columns) drawn += ' \r';
  const end = settled(place, columns);
  return { drawn, cursor: found ?? end, end };
}

/** A wide character that does not fit goes to the next row. */
function after({ row, column }: ScreenPosition, width: number, columns: number): ScreenPosition {
  return column + width > columns ? { row: row + 1, column: width } : { row, column: column + width };
}

const settled = ({ row, column }: ScreenPosition, columns: number): ScreenPosition =>
  column === columns ? { row: row + 1, column: 0 } : { row, column };
