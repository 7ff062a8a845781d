import { describe, expect, test } from 'vitest';
import { indexSource } from '../../../src/procedure/source-text.ts';
import {
  hasValue,
  type Path,
  parseYamlText,
  pathText,
  placeAt,
  valueAt,
} from '../../../src/procedure/yaml/index.ts';

const sourceOf = (text: string) => ({ document: parseYamlText(text), placeOf: indexSource(text).positionAt });
const source = sourceOf('a:\n  - b: 1\n    2: x\nc: &c { d: e }\nf: *c\nnone:\n');

describe('a path has the place', () => {
  test.each<[string, Path, string, string]>([
    ['of the document', [], '1:1', '1:1'],
    ['of its key, or of its value', ['c'], '4:1', '4:7'],
    ['of an item', ['a', 0], '2:5', '2:5'],
    ['of a key in an item', ['a', 0, 'b'], '2:5', '2:8'],
    ['of a key that is a number', ['a', 0, '2'], '3:5', '3:8'],
    ['of what an alias stands for', ['f', 'd'], '4:9', '4:12'],
    ['of the list around an item that is not there', ['a', 7], '1:1', '1:1'],
    ['of the nearest key, where it leads to nothing', ['c', 'x', 'y'], '4:1', '4:1'],
  ])('%s', (_, path, key, value) => {
    const text = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;
    expect([text(placeAt(source, path)), text(placeAt(source, path, 'value'))]).toEqual([key, value]);
  });
});

test('a value is there or not, and is read as plain data', () => {
  expect(hasValue(source, ['a', 0, 'b'])).toBe(true);
  expect(hasValue(source, ['a', 1])).toBe(false);
  expect(hasValue(source, ['toString'])).toBe(false);
  expect(valueAt(source, ['a'])).toEqual([{ b: 1, 2: 'x' }]);
  expect(valueAt(source, ['f'])).toEqual({ d: 'e' });
  expect(valueAt(source, ['none'])).toBeNull();
  expect(valueAt(source, ['other'])).toBeUndefined();
});

test('an alias that leads to nothing throws', () => {
  expect(() => valueAt(sourceOf('a: *b'), ['a'])).toThrow(/alias/i);
});

test('a path is written as in JavaScript', () => {
  expect(pathText(['users', 0, 'policies', 1, 'name'])).toBe('users[0].policies[1].name');
  expect(pathText([])).toBe('');
});
