const LONGEST = 200;

/** Characters that nobody sees, or that look like a space: U+00A0, zero widths, directions, the ideographic space. */
const UNSEEN = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060-\u2069\u3000\ufeff]/g;

/** A text with its unseen characters named: `hello<U+200B>`. */
export const visible = (text: string): string =>
  text.replace(UNSEEN, (char) => `<U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);

/** A text as messages show it: in quotes, on one line, the middle of a long one left out. */
export function quoteText(text: string): string {
  // What is left out of a long one need not be written first.
  const [head, tail] =
    text.length > 2 * LONGEST ? [text.slice(0, LONGEST), text.slice(-LONGEST)] : [text, undefined];
  return `"${shortened(onOneLine(head), tail === undefined ? undefined : onOneLine(tail))}"`;
}

/** A line with the middle left out where it is long; `end`: the end of one that is longer still. */
export function shortened(line: string, end?: string): string {
  if (end === undefined && line.length <= LONGEST) return line;
  return `${line.slice(0, LONGEST - 40)} … ${(end ?? line).slice(-30)}`;
}

const onOneLine = (text: string): string => visible(JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"'));

/** `a`, `a and b`, `a, b and c`. */
export const inWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** `1 line`, `2 lines`. */
export const counted = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;
