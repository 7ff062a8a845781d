import { describe, expect, it } from 'vitest';
import { type Shape, unpack } from '../../../../src/aws/cli/parameters/index.ts';

const shape = (kind: Shape['kind'], rest: Partial<Shape> = {}): Shape => ({
  ...{ kind, streaming: false, name: '', members: () => [], item: () => shape('string') },
  ...rest,
});
const structure = (members: Readonly<Record<string, Shape>>): Shape =>
  shape('structure', {
    members: () =>
      Object.entries(members).map(([name, of]) => ({
        name,
        shape: of,
        newerThanCli: false,
        required: false,
      })),
  });
const tag = structure({
  Key: shape('string'),
  Size: shape('integer'),
  On: shape('boolean'),
  Names: shape('list'),
});
const tags = shape('list', { item: () => tag });
const numbers = shape('list', { item: () => shape('integer') });
const map = shape('map', { item: () => shape('integer') });
const value = structure({ Value: shape('string') });

describe('unpack makes a parameter of words', () => {
  it.each([
    ['a text', shape('string'), 'a=b', 'a=b'],
    ['a number', shape('integer'), '7', 7],
    ['a list of texts', shape('list'), ['a', 'b'], ['a', 'b']],
    ['a list as JSON', shape('list'), ['["a"]'], ['a']],
    ['a list of numbers', numbers, ['1', '2'], [1, 2]],
    [
      'a structure in shorthand',
      tag,
      'Key=k,Size=3,On=TRUE,Names=x,y',
      { Key: 'k', Size: 3, On: true, Names: ['x', 'y'] },
    ],
    ['a single value of a list in it', tag, 'Names=x', { Names: ['x'] }],
    ['a structure as JSON', tag, '{"Key": 1}', { Key: 1 }],
    [
      'numbers of a list in it, of which the CLI leaves a single one a text',
      structure({ Many: numbers, One: numbers }),
      'Many=1,2,One=3',
      { Many: [1, 2], One: ['3'] },
    ],
    ['structures in shorthand', tags, ['Key=a', 'Key=b'], [{ Key: 'a' }, { Key: 'b' }]],
    ['a map', map, 'a=1,b=2', { a: 1, b: 2 }],
    ['a structure of one value', value, 'stop', { Value: 'stop' }],
    ['what an option without a value means', shape('boolean'), true, true],
  ])('%s', (_, of, words, expected) => expect(unpack('--x', of, words)).toEqual(expected));

  it.each([
    [shape('integer'), 'x', "invalid literal for int() with base 10: 'x'"],
    [shape('float'), 'x', "could not convert string to float: 'x'"],
    [tag, 'Key', "Error parsing parameter '--x': Expected: '=', received: 'EOF' for input:"],
    [
      tag,
      '{"Key"',
      "Error parsing parameter '--x': Invalid JSON: Expecting ':' delimiter: line 1 column 7 (char 6)\nJSON received: {\"Key\"",
    ],
    [tags, ['[{]'], 'Invalid JSON: Expecting property name enclosed in double quotes'],
  ])('%j refuses %j', (of, words, message) => expect(() => unpack('--x', of, words)).toThrow(message));
});
