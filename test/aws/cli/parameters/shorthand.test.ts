import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShorthand, ShorthandError } from '../../../../src/aws/cli/parameters/shorthand.ts';

describe('shorthand syntax', () => {
  it.each([
    ['Name=a,Values=b', { Name: 'a', Values: 'b' }],
    ['Name=a,Values=b,c', { Name: 'a', Values: ['b', 'c'] }],
    ['Values=b,c,Name=a', { Values: ['b', 'c'], Name: 'a' }],
    ['Name=a , Values = b , c ', { Name: 'a', Values: ['b', 'c'] }],
    ['a=[]', { a: [] }],
    ['a=[b, c],d=e', { a: ['b', 'c'], d: 'e' }],
    ['a={b=c,d={e=f}}', { a: { b: 'c', d: { e: 'f' } } }],
    ['a=[{b=c},{b=d}]', { a: [{ b: 'c' }, { b: 'd' }] }],
    ['a="b,c",d=\'e\'', { a: 'b,c', d: 'e' }],
    ['a="b\\"c"', { a: 'b"c' }],
    ['a=b\\,c', { a: 'b,c' }],
    ['a=', { a: '' }],
    ['tag:Name=x', { 'tag:Name': 'x' }],
    ['a=日本,語', { a: ['日本', '語'] }],
  ])('%s', (text, value) => {
    expect(parseShorthand(text)).toEqual(value);
  });

  const noise = fc.string({ unit: fc.constantFrom(...'ab=,[]{}"\'\\ \n:日'), maxLength: 24 });

  it('throws nothing but its own error, which shows the place', () => {
    fc.assert(
      fc.property(noise, (text) => {
        try {
          parseShorthand(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ShorthandError);
          expect((error as Error).message).toMatch(/for input:\n[\s\S]*\^/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads a quoted value back whatever it is', () => {
    const text = fc.string().filter((value) => !value.includes('\\'));
    fc.assert(
      fc.property(text, (value) => {
        const quoted = `"${value.replaceAll('"', '\\"')}"`;
        expect(parseShorthand(`a=${quoted},b=[${quoted}]`)).toEqual({ a: value, b: [value] });
      }),
    );
  });
});
