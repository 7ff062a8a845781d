import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonSyntaxError, parsePythonJson } from '../../../../src/aws/cli/python/python-json.ts';

describe('JSON with the errors of Python', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parsePythonJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'{}[]",:1-.e\\ntrue null'), maxLength: 16 });
    fc.assert(
      fc.property(noise, (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        if (valid) expect(parsePythonJson(text)).toEqual(JSON.parse(text));
        else expect(() => parsePythonJson(text)).toThrow(JsonSyntaxError);
      }),
      { numRuns: 3000 },
    );
  });
});
