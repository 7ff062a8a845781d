import fc from 'fast-check';
import { it } from 'vitest';
import { readWords } from '../../../src/session/completion/command-words.ts';

it('readWords ends for every line, and its word begins inside the line', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a \'"\\$(){}`;|&<>\n日') }), (line) => {
      const { from, word } = readWords(line);
      return from >= 0 && from <= line.length && word.length <= line.length;
    }),
  );
});
