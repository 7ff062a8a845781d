/** A line of the old text with its number, from 1, through every indentation and quote that was taken off. */
export interface SourceLine {
  readonly text: string;
  readonly number: number;
}

export function numberedLines(text: string): SourceLine[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ text: line, number: index + 1 }));
}

export const isBlank = ({ text }: SourceLine): boolean => text.trim() === '';

export const indentOf = (text: string): number =>
  /^[ \t]*/.exec(text)?.[0].replaceAll('\t', '        ').length ?? 0;

/** Index of the first line from `start` on that passes; -1 where none does. */
export function findFrom(
  lines: readonly SourceLine[],
  start: number,
  test: (line: SourceLine) => boolean,
): number {
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index];
    if (line && test(line)) return index;
  }
  return -1;
}

/** From `start`, the lines that are blank or indented at least so far; blank ones at the end are left out. */
export function indentedFrom(lines: readonly SourceLine[], start: number, indent: number): SourceLine[] {
  let end = start;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) break;
    if (isBlank(line)) continue;
    if (indentOf(line.text) < indent) break;
    end = index + 1;
  }
  return lines.slice(start, end);
}

/** Without the indentation that all of them share. */
export function dedent(lines: readonly SourceLine[]): SourceLine[] {
  const common = lines.reduce(
    (least, line) => (isBlank(line) ? least : Math.min(least, indentOf(line.text))),
    Number.POSITIVE_INFINITY,
  );
  if (!Number.isFinite(common) || common === 0) return [...lines];
  return lines.map((line) => ({ ...line, text: withoutIndent(line.text, common) }));
}

function withoutIndent(text: string, width: number): string {
  let left = width;
  let index = 0;
  while (left > 0 && /[ \t]/.test(text[index] ?? '')) {
    left -= text[index] === '\t' ? 8 : 1;
    index += 1;
  }
  return text.slice(index);
}

/** Without blank lines before and after. */
export function trimBlank(lines: readonly SourceLine[]): SourceLine[] {
  const first = lines.findIndex((line) => !isBlank(line));
  if (first === -1) return [];
  return lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1);
}

/** The place of these lines. */
export function positionOf(
  lines: readonly SourceLine[],
  indent: string,
): { line: number; endLine: number; indent: string } {
  const line = lines[0]?.number ?? 1;
  return { line, endLine: lines.at(-1)?.number ?? line, indent };
}

export const texts = (lines: readonly SourceLine[]): string[] => lines.map(({ text }) => text);
