import { describe, expect, it } from 'vitest';
import { jsonWithFloats, PythonFloat, withoutFloats } from '../../../../src/aws/cli/python/float.ts';

const float = (value: number) => new PythonFloat(value);

describe('a float', () => {
  // As Python 3 prints each.
  it.each([
    [5, '5.0'],
    [-0.5, '-0.5'],
    [0, '0.0'],
    [1e15, '1000000000000000.0'],
    [1e16, '1e+16'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [1.5e-10, '1.5e-10'],
    [Number.NaN, 'nan'],
    [Number.NEGATIVE_INFINITY, '-inf'],
  ])('%d is printed %s', (value, text) => {
    expect(String(float(value))).toBe(text);
  });

  it('stands in JSON as Python writes it', () => {
    const data = { a: float(5), b: [float(1.25), 2], c: '5.0', d: float(Number.NaN), e: null };
    expect(jsonWithFloats(data)).toBe('{"a":5.0,"b":[1.25,2],"c":"5.0","d":NaN,"e":null}');
  });

  it('leaves data as a plain number', () => {
    const bytes = new Uint8Array([1]);
    expect(withoutFloats({ a: [float(5)], bytes, none: null })).toEqual({ a: [5], bytes, none: null });
  });
});
