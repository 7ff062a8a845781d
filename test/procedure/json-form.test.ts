import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from '../../src/procedure/json-form.ts';

test('finds no fault in JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 2, 4), (json, indent) => {
      expect(findJsonFault(JSON.stringify(JSON.parse(json), null, indent))).toBeUndefined();
    }),
  );
});

test('finds a fault wherever JSON.parse does, in what has no elision', () => {
  const almost = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', 'null', ' ', 'x'), {
    maxLength: 9,
  });
  fc.assert(
    fc.property(almost, (parts) => {
      const text = parts.join('');
      expect(findJsonFault(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 2_000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('does not give up on deep nesting', () => {
  expect(findJsonFault('['.repeat(100_000))).toBeUndefined();
});

test.for(['...', '…', '〜略〜', '(略)', '（省略）'])(
  '%s may stand for a value, a member or an element',
  (elision) => {
    for (const text of [
      elision,
      `{ "a": ${elision} }`,
      `{ "a": 1, ${elision} }`,
      `{ ${elision} "a": 1 }`,
      `{ "a": 1\n${elision}\n"b": 2 }`,
      `{ ${elision}, "a": 1 }`,
      `[ ${elision} ]`,
      `[ 1, ${elision}, ]`,
      `{ "a": 1 }\n${elision}`,
    ]) {
      expect({ text, fault: findJsonFault(text) }).toEqual({ text, fault: undefined });
    }
    expect(findJsonFault(`{ "a" ${elision} 1 }`)).toMatchObject({ reason: '":" is missing' });
  },
);
