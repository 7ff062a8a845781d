import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexSource, spanOf } from '../../src/procedure/source-text.ts';

test('all three line breaks divide lines, and the last one begins one more', () => {
  const source = indexSource('a\nbc\r\nd\re\n');
  expect(source.lineCount).toBe(5);
  expect([0, 1, 2, 3, 4, 5, 6].map((line) => source.line(line))).toEqual(['', 'a', 'bc', 'd', 'e', '', '']);
});

test('every character is found again at the place of its offset', () => {
  const text = fc.array(fc.constantFrom('a', 'あ', '😀', '\n', '\r\n', '\r')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (written) => {
      const source = indexSource(written);
      for (let offset = 0; offset <= written.length; offset++) {
        const place = source.positionAt(offset);
        expect(source.at(place.line, place.column - 1)).toEqual(place);
        expect(place.offset).toBe(offset);
      }
    }),
  );
});

test('a byte order mark counts in offsets, and not in columns', () => {
  const source = indexSource('\uFEFFab\nc');
  expect(source.line(1)).toBe('ab');
  expect(source.positionAt(2)).toEqual({ line: 1, column: 2, offset: 2 });
  expect(source.positionAt(0)).toMatchObject({ line: 1, column: 1 });
});

test('the span of a node is that of its lines and columns', () => {
  const source = indexSource('\uFEFFab\ncd');
  const { start, end } = spanOf(source, { start: { line: 1, column: 2 }, end: { line: 2, column: 3 } });
  expect(source.text.slice(start.offset, end.offset)).toBe('b\ncd');
});
