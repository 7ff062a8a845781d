import { expect, test } from 'vitest';
import { blocksIn } from './read.ts';

test.each([
  ['+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+', '| a | b |/|---|---|/| c | d |'],
  ['=====  ====\na b    c\n=====  ====\n1      x|y\n=====  ====', '| a b | c |/|---|---|/| 1 | x\\|y |'],
])('%j is a table', (text, table) => {
  expect(blocksIn(text)).toEqual([`prose ${table}`]);
});

test.each([
  ['cells that are joined', '+---+---+\n| a     |\n+---+---+\n| c | d |\n+---+---+'],
  ['cells of several lines', '+---+\n| a |\n| b |\n+---+'],
])('%s are kept as text', (_, text) => {
  const [remark, code] = blocksIn(text);
  expect(remark).toMatch(/^doubt This table joins cells or lines/);
  expect(code).toMatch(/^code rst\| \+---/);
});
