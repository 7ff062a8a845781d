import { eastAsianWidth } from 'get-east-asian-width';

/** Columns that a text takes in a terminal. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + eastAsianWidth(char.codePointAt(0) ?? 0), 0);

export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** The text, or its beginning where it is wider. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const [first = ''] = wrapped(text, width - 1);
  return `${first}…`;
}

/** Lines of at most this width; broken between words where that is possible. */
export function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let left = line.replaceAll('\t', '    ');
    while (widthOf(left) > width) {
      const end = fitting(left, width);
      const space = left.lastIndexOf(' ', end);
      const at = left.slice(0, space).trim() === '' || space < end / 2 ? end : space + 1;
      lines.push(left.slice(0, at));
      left = left.slice(at);
    }
    return [...lines, left];
  });
}

/** How many UTF-16 units of a text fit into so many columns; at least one character. */
export function fitting(text: string, width: number): number {
  let used = 0;
  let units = 0;
  for (const char of text) {
    used += eastAsianWidth(char.codePointAt(0) ?? 0);
    if (used > width) return Math.max(units, char.length);
    units += char.length;
  }
  return units;
}
