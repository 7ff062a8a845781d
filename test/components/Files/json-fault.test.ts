import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../../src/components/Files/json-fault.ts';

const parses = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('jsonFault', () => {
  it.each([
    ['{\n  "a": 1,\n}', 3, '}'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, '"b"'],
    ['{\n  a: 1\n}', 2, 'a'],
    ["{ 'a': 1 }", 1, "'"],
    ['{ "a": [1, 2 }', 1, '}'],
    ['{ "a": 1', 1, ''],
    ['{ "a": "b\n }', 1, '"b'],
    ['{}\n{}', 2, '{'],
    ['{ "a": 01 }', 1, '01'],
    ['{ "a": True }', 1, 'True'],
    ['', 1, ''],
    ['{ "a": "手順」 }', 1, '"手順」 }'],
  ])('finds the fault of %j', (text, line, found) => {
    expect(jsonFault(text)).toMatchObject({ line, found });
    expect(text.slice(jsonFault(text)?.at).startsWith(found)).toBe(true);
  });

  it('finds none in JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => jsonFault(text) === undefined));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => jsonFault(JSON.stringify(value, null, 2)) === undefined),
    );
  });

  it('agrees with JSON.parse on a text of which a character was changed', () => {
    const changed = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom(...'{}[],:"\\ 0-1eE.tn\n\t\u0001'))
      .map(([text, at, sign]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + sign + text.slice(place + 1);
      });
    fc.assert(
      fc.property(changed, (text) => (jsonFault(text) === undefined) === parses(text)),
      { numRuns: 2_000 },
    );
  });
});
