import { expect, test } from 'vitest';
import { missingIn, piecesOf } from '../../../src/translation/exchange/inline-code.ts';

test.for([
  ['`a`と``b ` c``', ['`a`', '``b ` c``']],
  ['`a と `', []],
  ['``a`', []],
  ['`結果(例)`', []],
  ['a `b`', ['`b`']],
] as const)('code of %s', ([text, code]) => {
  const pieces = piecesOf(text);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  const found = pieces.filter(({ isCode }) => isCode).map((piece) => piece.text);
  expect(found).toEqual(code);
});

test('code that is used twice must be there twice; links keep their addresses', () => {
  expect(missingIn('`ls` [x](./b.mdx)', '`ls`、`ls`、[x](./a.mdx)')).toEqual(['`ls`', './a.mdx']);
  expect(missingIn('[y](./a.mdx): `ls`', '`ls` [x](./a.mdx)')).toEqual([]);
});
