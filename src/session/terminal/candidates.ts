import { cells, graphemes } from './terminal-text.ts';

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
