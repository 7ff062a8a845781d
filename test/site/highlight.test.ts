import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HighlightedText, readHighlight, writePaint } from '../../src/site/highlight.ts';

test('reads back the pieces it wrote', () => {
  const paint = fc.constantFrom(undefined, 'comment', 'string', 'name', 'word', 'quiet');
  const pieces: fc.Arbitrary<HighlightedText[]> = fc.array(
    fc.record({ text: fc.string({ unit: 'grapheme', minLength: 1 }), paint }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(pieces, (written) => {
      const code = written.map(({ text }) => text).join('');
      expect(readHighlight(code, writePaint(written))).toEqual(written);
    }),
  );
});

test.for(['', '3w', '3w4-', 'no paint'])(
  'shows code in one colour where its paint %j is not its own',
  (paint) => {
    expect(readHighlight('ls -l', paint)).toEqual([{ text: 'ls -l' }]);
  },
);
