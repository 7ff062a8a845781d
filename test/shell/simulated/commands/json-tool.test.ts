import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printJson } from '../../../../src/shell/simulated/commands/json-tool.ts';
import {
  PythonJsonError,
  parseLikeJsonTool,
} from '../../../../src/shell/simulated/commands/python-json-parser.ts';

const COMPACT = { indent: undefined, separator: ',', colon: ':', sortsKeys: false, ensuresAscii: false };
/** Values that both languages print alike: no number with a fraction, no lone surrogate. */
const plain = fc
  .jsonValue({ noUnicodeString: false })
  .map((value) =>
    JSON.parse(
      JSON.stringify(value, (_key, one) => (typeof one === 'number' ? (Math.trunc(one) % 1e9) | 0 : one)),
    ),
  );

describe('python-json', () => {
  test('prints what it has read', () => {
    fc.assert(
      fc.property(plain, (value) => {
        const text = JSON.stringify(value);
        expect(JSON.parse(printJson(parseLikeJsonTool(text), COMPACT))).toEqual(JSON.parse(text));
        expect(
          JSON.parse(printJson(parseLikeJsonTool(text), { ...COMPACT, ensuresAscii: true, indent: '  ' })),
        ).toEqual(JSON.parse(text));
      }),
    );
  });

  test('refuses what JSON.parse refuses, but for the constants of Python', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'[]{},:"\\ 01e.-nulltrue'), maxLength: 12 }),
        (text) => {
          const accepts = (parse: (text: string) => unknown): boolean => {
            try {
              parse(text);
              return true;
            } catch (error) {
              if (error instanceof PythonJsonError || error instanceof SyntaxError) return false;
              throw error;
            }
          };
          expect(accepts(parseLikeJsonTool)).toBe(accepts(JSON.parse));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('refuses a text that is too deep, and stays', () => {
    expect(() => parseLikeJsonTool('['.repeat(100_000))).toThrow(PythonJsonError);
  });
});
