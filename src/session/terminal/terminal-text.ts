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

/** Returns the common beginning of all candidates. */
export function commonBeginning(candidates: readonly string[]): string {
  const [first = '', ...others] = candidates;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

/** Returns the text to insert for the only candidate: a folder goes on, all else is followed by a space. */
export function completed(candidate: string): string {
  return /[/=]$/.test(candidate) ? candidate : `${candidate} `;
}

/** Ends each line as a terminal needs it: a line feed alone goes down without going back. */
export const withCarriageReturns = (text: string): string => text.replace(/\r?\n/g, '\r\n');

/** Candidates in columns, read downwards, as `ls` shows names. */
export function inColumns(candidates: readonly string[], columns: number): string {
  const width = Math.max(...candidates.map(widthOf)) + 2;
  const across = Math.max(1, Math.floor(columns / width));
  const rows = Math.ceil(candidates.length / across);
  const lines = Array.from({ length: rows }, (_, row) =>
    candidates
      .filter((_candidate, index) => index % rows === row)
      .map((candidate) => candidate + ' '.repeat(width - widthOf(candidate)))
      .join('')
      .trimEnd(),
  );
  return lines.join('\r\n');
}

const widthOf = (text: string) => graphemes(text).reduce((sum, grapheme) => sum + cells(grapheme), 0);
