import { expect, test } from 'vitest';
import { createParser, isUnfinished } from '../../../src/shell/simulated/simulated-syntax.ts';

const parse = createParser();

test.each([
  ['if true', 'bash: line 2: syntax error: unexpected end of file\n'],
  ['echo a\nfi', "bash: line 2: syntax error near unexpected token `fi'\n"],
  ['echo )', "bash: line 1: syntax error near unexpected token `)'\n"],
  ["echo 'a", "bash: line 1: unexpected EOF while looking for matching `''\n"],
  ['cat << EOF\na', "bash: line 2: syntax error: here-document is not closed: no line reads `EOF'\n"],
])('"%s" is refused as bash does', async (script, message) => {
  expect(await parse(script)).toEqual({ message });
});

test('a script becomes its statements, and an empty one none', async () => {
  expect(await parse('echo a; echo b\nfalse || true')).toMatchObject({ statements: { length: 3 } });
  expect(await parse(' \n')).toEqual({ statements: [] });
});

test.each([
  ["echo 'a", true],
  ['if true; then', true],
  ['cat << EOF', true],
  ['echo a |', true],
  ['echo a &&', true],
  ['echo a \\', true],
  ['echo a \\\\', false],
  ['echo a', false],
  ['echo a # |', false],
  ['echo \\|', false],
  ['echo )', false],
])('"%s" waits for more: %s', async (script, waits) => {
  expect(await isUnfinished(script, parse)).toBe(waits);
});
