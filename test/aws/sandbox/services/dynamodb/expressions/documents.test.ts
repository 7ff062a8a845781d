import { describe, expect, test } from 'vitest';
import {
  project,
  removeAt,
  setAt,
} from '../../../../../../src/aws/sandbox/services/dynamodb/expressions/documents.ts';
import type { Item } from '../../../../../../src/aws/sandbox/services/dynamodb/values/index.ts';

const item: Item = {
  id: { S: '1' },
  tags: { L: [{ S: 'a' }, { S: 'b' }, { S: 'c' }] },
  author: { M: { name: { S: 'Ann' }, born: { N: '1970' } } },
};
const value = { S: 'new' };
const INVALID = 'The document path provided in the update expression is invalid for update';

describe('setting', () => {
  test('replaces what is at the path, and leaves the first item as it was', () => {
    expect(setAt(item, ['author', 'name'], value).author).toEqual({
      M: { name: value, born: { N: '1970' } },
    });
    expect(item.author?.M?.name).toEqual({ S: 'Ann' });
  });

  test('beyond the end of a list appends', () => {
    expect(setAt(item, ['tags', 9], value).tags?.L).toEqual([{ S: 'a' }, { S: 'b' }, { S: 'c' }, value]);
  });

  test.each([[['tags', 'x']], [['author', 0]], [['none', 'x']], [['id', 'x']]] as const)(
    'at %j is refused',
    (path) => {
      expect(() => setAt(item, path, value)).toThrow(INVALID);
    },
  );
});

describe('removing', () => {
  test('closes the gap in a list', () => {
    expect(removeAt(item, ['tags', 1]).tags?.L).toEqual([{ S: 'a' }, { S: 'c' }]);
  });

  test('what is not there changes nothing', () => {
    expect(removeAt(item, ['none'])).toEqual(item);
    expect(removeAt(item, ['tags', 7])).toEqual(item);
  });

  test('through what is not there is refused', () => {
    expect(() => removeAt(item, ['none', 'x'])).toThrow(INVALID);
  });
});

test('a projection keeps what it names; elements of lists close up', () => {
  expect(project(item, [['tags', 2], ['tags', 0], ['author', 'born'], ['none']])).toEqual({
    tags: { L: [{ S: 'a' }, { S: 'c' }] },
    author: { M: { born: { N: '1970' } } },
  });
});
