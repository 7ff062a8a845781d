import { eastAsianWidth } from 'get-east-asian-width';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** ASCII that nothing joins, and what else may be joined, with the letter before it. */
const RUNS = /[ -~]+(?![^ -~])|[ -~]?[^ -~]+/g;

/** Splits a text into graphemes. ASCII, which most commands are, needs no segmenter. */
export const graphemes = (text: string): string[] =>
  (text.match(RUNS) ?? []).flatMap((run) =>
    /^[ -~]/.test(run) && /[ -~]$/.test(run)
      ? run.split('')
      : [...segmenter.segment(run)].map(({ segment }) => segment),
  );

/** Cells that a character takes in a terminal: 2 for a wide one. */
export function cells(grapheme: string): number {
  return eastAsianWidth(grapheme.codePointAt(0) ?? 32);
}

/** Finds the boundary of the character before, or after, an offset. */
export function previous(text: string, at: number): number {
  return at - (graphemes(text.slice(0, at)).at(-1)?.length ?? 0);
}

export function next(text: string, at: number): number {
  return at + (graphemes(text.slice(at))[0]?.length ?? 0);
}

/** Finds the start of the word before an offset, as Alt-B does. */
export function wordBefore(text: string, at: number): number {
  return at - (/[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u.exec(text.slice(0, at))?.[0].length ?? at);
}

export function wordAfter(text: string, at: number): number {
  return at + (/^[^\p{L}\p{N}]*[\p{L}\p{N}]+/u.exec(text.slice(at))?.[0].length ?? text.length - at);
}

/** Finds the start of the text that Ctrl-W kills: everything back to white space. */
export function blankBefore(text: string, at: number): number {
  return at - (/\S+\s*$/.exec(text.slice(0, at))?.[0].length ?? at);
}
