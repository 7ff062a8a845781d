import type { Key } from './keys.ts';
import { blankBefore, next, previous, wordAfter, wordBefore } from './terminal-text.ts';

/** Text at the prompt; lines of one command are separated by line breaks. */
export interface EditedLine {
  readonly text: string;
  /** UTF-16 units before the cursor; never inside a character. */
  readonly cursor: number;
  /** Last killed text, for Ctrl-Y. */
  readonly taken: string;
}

export const emptyLine: EditedLine = { text: '', cursor: 0, taken: '' };

/** The line after a key that changes only the line; the same object for any other key. */
export function edit(line: EditedLine, key: Key): EditedLine {
  const { text, cursor } = line;
  switch (key.kind) {
    case 'text':
      return insert(line, key.text);
    case 'yank':
      return insert(line, line.taken);
    case 'left':
      return { ...line, cursor: previous(text, cursor) };
    case 'right':
      return { ...line, cursor: next(text, cursor) };
    case 'word-left':
      return { ...line, cursor: wordBefore(text, cursor) };
    case 'word-right':
      return { ...line, cursor: wordAfter(text, cursor) };
    case 'home':
      return { ...line, cursor: rowStart(text, cursor) };
    case 'end':
      return { ...line, cursor: rowEnd(text, cursor) };
    case 'delete-left':
      return cut(line, previous(text, cursor), cursor);
    case 'delete-right':
      return cut(line, cursor, next(text, cursor));
    case 'delete-word-left':
      return take(line, blankBefore(text, cursor), cursor);
    case 'delete-word-right':
      return take(line, cursor, wordAfter(text, cursor));
    case 'delete-to-start':
      return take(line, rowStart(text, cursor), cursor);
    case 'delete-to-end':
      return take(line, cursor, rowEnd(text, cursor));
    default:
      return line;
  }
}

export function insert(line: EditedLine, added: string): EditedLine {
  return replace(line, line.cursor, added);
}

/** Puts a text in place of what stands between a place and the cursor. */
export function replace(line: EditedLine, from: number, added: string): EditedLine {
  const text = line.text.slice(0, from) + added + line.text.slice(line.cursor);
  return { ...line, text, cursor: from + added.length };
}

/** A line to go on with, the cursor at its end. */
export const lineOf = (text: string, { taken }: EditedLine): EditedLine => ({
  text,
  cursor: text.length,
  taken,
});

function cut(line: EditedLine, from: number, to: number): EditedLine {
  return { ...line, text: line.text.slice(0, from) + line.text.slice(to), cursor: from };
}

function take(line: EditedLine, from: number, to: number): EditedLine {
  const taken = line.text.slice(from, to);
  return taken === '' ? line : { ...cut(line, from, to), taken };
}

const rowStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

function rowEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
