import { expect, test } from 'vitest';
import { actualOf, describePath, expectedOf } from '../../../src/components/Verdict/words.ts';

test.each([
  ['line 3', '3行目'],
  ['row 2, column 4', '表の2行目4列目'],
  ['column Name', '表の列Name'],
  ['title, column 1', '表の見出し'],
  ['stderr', '標準エラー出力'],
  ['Vpcs[0].State', 'Vpcs[0].State'],
])('the place %s is %s', (path, text) => {
  expect(describePath(path)).toBe(text);
});

const quoted = (expected: string | undefined, isJson?: true) =>
  expectedOf({ kind: 'value', path: '', message: '', expected, isJson });

test.each([
  ['a', undefined, '"a"'],
  ['', undefined, '空'],
  [undefined, undefined, '空'],
  ['""', true, '空'],
  ['"a"', true, '"a"'],
  ['an object', true, 'オブジェクト {…}'],
  ['an array of 3', true, '要素が3個の配列'],
  ['one\ntwo', undefined, '"one …"'],
  ['x'.repeat(130), undefined, `"${'x'.repeat(120)}…"`],
] as const)('%j (JSON: %s) is quoted as %s', (value, isJson, text) => {
  expect(quoted(value, isJson)).toBe(text);
});

test('what the output has is quoted in the same way', () => {
  expect(actualOf({ kind: 'value', path: '', message: '', actual: '12', isJson: true })).toBe('12');
});
