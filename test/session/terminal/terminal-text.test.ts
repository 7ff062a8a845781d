import fc from 'fast-check';
import { expect, it } from 'vitest';
import { graphemes } from '../../../src/session/terminal/terminal-text.ts';

it('takes for one character what a segmenter does, however much ASCII is in it', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const units = fc.constantFrom(
    'a',
    ' ',
    '~',
    '\u0301',
    '手',
    'か',
    '\u3099',
    '👩',
    '\u200d',
    '👧',
    '🇯',
    '🇵',
    '\n',
  );
  fc.assert(
    fc.property(fc.string({ unit: units, maxLength: 12 }), (text) => {
      expect(graphemes(text)).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
    }),
    { numRuns: 2_000 },
  );
});
