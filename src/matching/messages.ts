const LONGEST = 200;

/** A text as messages show it: in quotes, on one line, the middle of a long one left out. */
export function quote(text: string): string {
  const line = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  if (line.length <= LONGEST) return `"${line}"`;
  return `"${line.slice(0, LONGEST - 40)} … ${line.slice(-30)}"`;
}

/** `a`, `a and b`, `a, b and c`. */
export const inWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** `1 line`, `2 lines`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
