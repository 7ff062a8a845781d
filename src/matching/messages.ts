const LONGEST = 200;

/** Characters that nobody sees, or that look like a space: U+00A0, zero widths, directions, the ideographic space. */
const UNSEEN = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060-\u2069\u3000\ufeff]/g;

/** A text with its unseen characters named: `hello<U+200B>`. */
export const visible = (text: string): string =>
  text.replace(UNSEEN, (char) => `<U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);

/** A text as messages show it: in quotes, on one line, the middle of a long one left out. */
export function quoteText(text: string): string {
  // A part that is left out of a long one need not be written first.
  const [head, tail] =
    text.length > 2 * LONGEST ? [text.slice(0, LONGEST), text.slice(-LONGEST)] : [text, undefined];
  return `"${shortened(onOneLine(head), tail === undefined ? undefined : onOneLine(tail))}"`;
}

/** A line with the middle left out where it is long; `end`: the end of one that is longer still. */
export function shortened(line: string, end?: string): string {
  if (end === undefined && line.length <= LONGEST) return line;
  return `${line.slice(0, LONGEST - 40)} … ${(end ?? line).slice(-30)}`;
}

/** Characters shown before and after the place at which two long texts part. */
const AROUND = 40;

/** Offsets, from 0, at which two texts part. */
export interface Parting {
  readonly expected: number;
  readonly actual: number;
}

/**
 * Two texts that differ as messages show them: of long ones, what stands around the place where they part.
 *
 * @returns both in quotes; `from`: the character of the example at which they part, from 1, where they are not shown whole
 */
export function quoteBoth(
  expected: string,
  actual: string,
  parting: Parting,
): { readonly expected: string; readonly actual: string; readonly from?: number } {
  const isShort = Math.max(expected.length, actual.length) <= LONGEST;
  if (isShort || Math.min(parting.expected, parting.actual) <= AROUND)
    return { expected: quoteText(expected), actual: quoteText(actual) };
  const around = (text: string, at: number): string => {
    const end = at + AROUND;
    return `"… ${onOneLine(text.slice(at - AROUND, end))}${end < text.length ? ' …' : ''}"`;
  };
  return {
    expected: around(expected, parting.expected),
    actual: around(actual, parting.actual),
    from: parting.expected + 1,
  };
}

const onOneLine = (text: string): string => visible(JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"'));

/** `a`, `a and b`, `a, b and c`. */
export const inWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
