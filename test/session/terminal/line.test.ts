import { expect, test } from 'vitest';
import type { Key } from '../../../src/session/terminal/keys.ts';
import {
  type EditedLine,
  edit,
  emptyLine,
  insert,
  lineOf,
  replace,
} from '../../../src/session/terminal/line.ts';

/** A line with `|` in the place of its cursor. */
function at(marked: string, taken = ''): EditedLine {
  return { text: marked.replace('|', ''), cursor: marked.indexOf('|'), taken };
}

const marked = ({ text, cursor }: EditedLine) => `${text.slice(0, cursor)}|${text.slice(cursor)}`;

test.each<[Key['kind'], string, string]>([
  ['left', 'ab|c', 'a|bc'],
  ['left', '|a', '|a'],
  ['left', 'a😀|', 'a|😀'],
  ['right', 'a|😀b', 'a😀|b'],
  ['right', 'a|', 'a|'],
  ['word-left', 'aws s3|', 'aws |s3'],
  ['word-right', 'aws| s3 ls', 'aws s3| ls'],
  ['home', 'one\ntwo|', 'one\n|two'],
  ['end', 'o|ne\ntwo', 'one|\ntwo'],
  ['delete-left', 'か|', '|'],
  ['delete-left', '|a', '|a'],
  ['delete-right', '|😀b', '|b'],
  ['delete-word-left', 'aws s3 ls|', 'aws s3 |'],
  ['delete-word-right', 'aws| s3 ls', 'aws| ls'],
  ['delete-to-start', 'one\ntw|o', 'one\n|o'],
  ['delete-to-end', 'o|ne\ntwo', 'o|\ntwo'],
])('%s: %s becomes %s', (kind, before, after) => {
  expect(marked(edit(at(before), { kind } as Key))).toBe(after);
});

test('what was deleted as a whole comes back, wherever the cursor is', () => {
  const cut = edit(at('aws s3 ls|'), { kind: 'delete-word-left' });
  const moved = edit(cut, { kind: 'home' });
  expect(marked(edit(moved, { kind: 'yank' }))).toBe('ls|aws s3 ');
});

test('deleting nothing keeps what was deleted before', () => {
  expect(edit(at('a|', 'kept'), { kind: 'delete-to-end' }).taken).toBe('kept');
  expect(edit(at('a|b', 'kept'), { kind: 'delete-left' }).taken).toBe('kept');
});

test('text goes in at the cursor', () => {
  expect(marked(edit(at('a|c'), { kind: 'text', text: 'b' }))).toBe('ab|c');
  expect(marked(insert(emptyLine, 'か\nb'))).toBe('か\nb|');
});

test('a completion takes the place of what was begun', () => {
  expect(marked(replace(at('ls do| x'), 3, 'docs/'))).toBe('ls docs/| x');
});

test('another line has its cursor at the end, and keeps what was deleted', () => {
  expect(lineOf('abc', at('x|', 'kept'))).toEqual(at('abc|', 'kept'));
});

test('a key that changes no line leaves the same one', () => {
  const line = at('a|');
  expect(edit(line, { kind: 'enter' })).toBe(line);
});
