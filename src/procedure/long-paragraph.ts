/** In characters: the time to parse a paragraph grows with the square of its length. */
export const LONGEST_PARAGRAPH = 20_000;

/** Begins or ends a block of code, also in a list or a quotation. */
const FENCE = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*(`{3,}|~{3,})(.*)$/;
/** Finds the first paragraph that is too long: lines outside of code and tables with no blank line between them. */
export function findLongParagraph(text: string): { line: number; length: number } | undefined {
  const lines = text.split('\n');
  let [begin, length, open, isTable] = [1, 0, '', false];
  for (const [index, line] of lines.entries()) {
    const next = openFence(line, open);
    if (open !== '' || next !== '' || line.trim() === '') {
      if (length > LONGEST_PARAGRAPH) break;
      [begin, length, open, isTable] = [index + 2, 0, next, false];
      continue;
    }
    isTable ||= index === begin && isTableHead(lines[index - 1] ?? '', line);
    length = isTable ? 0 : length + line.length + 1;
  }
  return length > LONGEST_PARAGRAPH ? { line: begin, length } : undefined;
}

/** Returns the fence of the code that is open after a line; empty outside of code. */
export function openFence(line: string, open: string): string {
  const [, fence, info = ''] = FENCE.exec(line) ?? [];
  if (open === '') return fence ?? '';
  return fence?.startsWith(open) && info.trim() === '' ? '' : open;
}

/** The two rows make a table only where they have the same number of cells. Each cell is parsed by itself. */
const isTableHead = (head: string, delimiters: string): boolean => {
  const cells = cellsOf(delimiters);
  return (
    delimiters.includes('|') &&
    cells.every((cell) => /^:?-+:?$/.test(cell)) &&
    cells.length === cellsOf(head).length
  );
};

const cellsOf = (row: string): string[] => {
  const cells = row
    .replace(/^[ \t>]*/, '')
    .split('|')
    .map((cell) => cell.trim());
  return cells.slice(cells[0] === '' ? 1 : 0, cells.at(-1) === '' ? -1 : undefined);
};
