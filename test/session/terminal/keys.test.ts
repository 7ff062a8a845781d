import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_INPUT, readKeys } from '../../../src/session/terminal/keys.ts';

it('readKeys ends for all that a terminal may send, and loses no text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '手', '\x1b', '[', '2', '0', '~', '\r', '\t', '\x7f') }),
      (data) => {
        const text = readKeys(data).flatMap((key) => (key.kind === 'text' ? [key.text] : []));
        return text.join('').match(/手/g)?.length === (data.match(/手/g)?.length ?? undefined);
      },
    ),
  );
});
