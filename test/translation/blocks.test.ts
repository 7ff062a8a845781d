import { expect, test } from 'vitest';
import { parseInfo } from '../../src/procedure/index.ts';
import { isCode, isComment, sameInfo } from '../../src/translation/blocks.ts';
import { outline } from './outlines.ts';

test.each([
  ['bash', true],
  ['json', true],
  ['', false],
  ['text', false],
  ['mermaid', false],
  ['text result', true],
  ['text file=a.txt', true],
  ['TXT', false],
])('a fence "%s" is written once: %s', (info, shared) => {
  const [lang = '', ...meta] = info.split(' ');
  expect(isCode(parseInfo(lang, meta.join(' ')))).toBe(shared);
});

test('a block knows its info string as it is written, and its id', () => {
  const { sections } = outline(
    '```bash command id=a  title="&amp; b"\nls\n```\n\n<Elapse duration="1h" id="w" />\n',
  );
  expect(sections[0]?.blocks).toMatchObject([
    { kind: 'fence', info: 'bash command id=a  title="&amp; b"', role: 'command', id: 'a' },
    { kind: 'elapse', text: '<Elapse duration="1h" id="w" />', id: 'w' },
  ]);
});

test('info strings are compared without runs of spaces', () => {
  expect(sameInfo('bash  command   id=a', 'bash command id=a')).toBe(true);
  expect(sameInfo('bash command id=a', 'bash command id=b')).toBe(false);
});

test.each([
  ['/* a */', true],
  [' ', true],
  ['a', false],
  ['/* a */ b', false],
])('the expression {%s} says nothing: %s', (expression, comment) => {
  expect(isComment(expression)).toBe(comment);
});
