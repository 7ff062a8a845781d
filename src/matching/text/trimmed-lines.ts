/** A text's lines without trailing white space and without trailing blank lines. */
export function trimmedLines(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** A text without the line breaks at its end. A regular expression would try each line break before them, too. */
export function withoutFinalBreaks(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end -= text[end - 2] === '\r' ? 2 : 1;
  return text.slice(0, end);
}

/** The first line of a text that is not blank, without trailing white space. */
export const firstLineOf = (text: string): string => /^[^\S\n]*\S.*/m.exec(text)?.[0].trimEnd() ?? '';
