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

const pasted = (text: string) => `\x1b[200~${text}\x1b[201~`;

describe('readKeys', () => {
  it.each([
    ['ls\r', [{ kind: 'text', text: 'ls' }, { kind: 'enter' }]],
    ['\x1b[A\x1bOB\x12', [{ kind: 'older' }, { kind: 'newer' }, { kind: 'search' }]],
    ['\x1bb\x1b[1;5C', [{ kind: 'word-left' }, { kind: 'word-right' }]],
    [
      'a\x1b[5~b',
      [
        { kind: 'text', text: 'a' },
        { kind: 'text', text: 'b' },
      ],
    ],
    [
      pasted('one\ttab\r\ntwo\x1b[A'),
      [{ kind: 'text', text: 'one    tab' }, { kind: 'enter' }, { kind: 'text', text: 'two[A' }],
    ],
    [pasted('a\n\n'), [{ kind: 'text', text: 'a' }, { kind: 'enter' }, { kind: 'enter' }]],
  ])('%j', (data, keys) => expect(readKeys(data)).toEqual(keys));

  it('takes what is pasted up to a length, and none of it beyond', () => {
    expect(readKeys(pasted('x'.repeat(LONGEST_INPUT)))).toMatchObject([{ kind: 'text' }]);
    expect(readKeys(pasted('x'.repeat(LONGEST_INPUT + 1)))).toEqual([{ kind: 'too-much' }]);
  });
});
