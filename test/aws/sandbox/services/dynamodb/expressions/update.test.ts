import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyUpdate,
  readPlaceholders,
  readUpdate,
} from '../../../../../../src/aws/sandbox/services/dynamodb/expressions/index.ts';
import type {
  AttributeValue,
  Item,
} from '../../../../../../src/aws/sandbox/services/dynamodb/values/index.ts';

function update(text: string, item: Item, values?: Record<string, AttributeValue>): Item {
  const placeholders = readPlaceholders(
    { ExpressionAttributeValues: values },
    { expressions: ['UpdateExpression'], given: true },
  );
  const actions = readUpdate(text, placeholders);
  placeholders.finish();
  return applyUpdate(actions, item);
}

const numbers = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -99, max: 99 }), {
  noNullPrototype: true,
});
const toItem = (plain: Readonly<Record<string, number>>): Item =>
  Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, { N: String(value) }]));

type Plain = Readonly<Record<string, number>>;

interface Kind {
  readonly section: string;
  write(name: string): string;
  /** `item`: with the actions before; `before`: the item as it was. */
  after(item: Plain, before: Plain, name: string, by: number): Plain;
}

const KINDS: Readonly<Record<'set' | 'minus' | 'add' | 'remove', Kind>> = {
  set: {
    section: 'SET',
    write: (name) => `${name} = :${name}`,
    after: (item, _, name, by) => ({ ...item, [name]: by }),
  },
  minus: {
    section: 'SET',
    write: (name) => `${name} = if_not_exists(a, :${name}) - :${name}`,
    after: (item, before, name, by) => ({ ...item, [name]: (before.a ?? by) - by }),
  },
  add: {
    section: 'ADD',
    write: (name) => `${name} :${name}`,
    after: (item, before, name, by) => ({ ...item, [name]: (before[name] ?? 0) + by }),
  },
  remove: {
    section: 'REMOVE',
    write: (name) => name,
    after: (item, _, name) => Object.fromEntries(Object.entries(item).filter(([key]) => key !== name)),
  },
};

describe('an update', () => {
  test('does to every item what a naive one does, whose actions see the item as it was', () => {
    const change = fc.record({
      kind: fc.constantFrom('set', 'minus', 'add', 'remove'),
      by: fc.integer({ min: -99, max: 99 }),
    });
    const changes = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), change, {
      minKeys: 1,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(numbers, changes, (plain, wanted) => {
        const all = Object.entries(wanted).map(([name, { kind, by }]) => ({ name, by, ...KINDS[kind] }));
        const after = all.reduce<Plain>(
          (item, { name, by, after: change }) => change(item, plain, name, by),
          plain,
        );
        const text = ['SET', 'ADD', 'REMOVE']
          .map((section) => [section, all.filter((one) => one.section === section)] as const)
          .filter(([, list]) => list.length > 0)
          .map(([section, list]) => `${section} ${list.map(({ name, write }) => write(name)).join(', ')}`)
          .join(' ');
        const values = Object.fromEntries(
          all
            .filter(({ section }) => section !== 'REMOVE')
            .map(({ name, by }) => [`:${name}`, { N: String(by) }]),
        );
        const given = Object.keys(values).length > 0 ? values : undefined;
        expect(update(text, toItem(plain), given), text).toEqual(toItem(after));
      }),
      { numRuns: 500 },
    );
  });

  test('changes lists and maps in their places', () => {
    const item = { l: { L: ['a', 'b', 'c', 'd'].map((S) => ({ S })) }, m: { M: { x: { N: '1' } } } };
    expect(update('REMOVE l[0], l[2], m.x', item)).toEqual({
      l: { L: [{ S: 'b' }, { S: 'd' }] },
      m: { M: {} },
    });
    const values = { ':v': { S: 'z' } };
    expect(update('SET l[9] = :v, m.y = :v', item, values)).toEqual({
      l: { L: [...item.l.L, { S: 'z' }] },
      m: { M: { x: { N: '1' }, y: { S: 'z' } } },
    });
    expect(update('SET l = list_append(:v, l)', { l: { L: [] } }, { ':v': { L: [{ S: 'z' }] } })).toEqual({
      l: { L: [{ S: 'z' }] },
    });
  });

  test('adds to sets and takes from them; an empty set is gone', () => {
    const item = { s: { SS: ['a', 'b'] }, n: { NS: ['1'] } };
    expect(update('ADD s :s DELETE n :n', item, { ':s': { SS: ['b', 'c'] }, ':n': { NS: ['1.0'] } })).toEqual(
      {
        s: { SS: ['a', 'b', 'c'] },
      },
    );
  });

  const N = { N: '1' };
  test.each([
    ['SET a', { ':v': N }, 'Invalid UpdateExpression: Syntax error; token: "<EOF>", near: "a"'],
    [
      'ADD hits : incr',
      { ':incr': N },
      'Invalid UpdateExpression: Syntax error; token: ":", near: "hits : incr"',
    ],
    [
      'SET a = :v SET b = :v',
      { ':v': N },
      'Invalid UpdateExpression: The "SET" section can only be used once in an update expression;',
    ],
    [
      'SET a.b = :v, a = :v',
      { ':v': N },
      'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]',
    ],
    [
      'SET a.b = :v, a[0] = :v',
      { ':v': N },
      'Invalid UpdateExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [0]]',
    ],
    [
      'ADD a :v',
      { ':v': { S: 'x' } },
      'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING',
    ],
    [
      'DELETE a :v',
      { ':v': N },
      'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER',
    ],
    [
      'SET a = b + :v',
      { ':v': { S: 'x' } },
      'Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: +, operand type: S',
    ],
    ['SET a = size(b)', undefined, 'Invalid UpdateExpression: Invalid function name; function: size'],
    [
      'SET status = :v',
      { ':v': N },
      'Invalid UpdateExpression: Attribute name is a reserved keyword; reserved keyword: status',
    ],
    [
      'SET a.b = :v',
      { ':v': N },
      'The document path provided in the update expression is invalid for update',
    ],
    [
      'SET a = nothing + :v',
      { ':v': N },
      'The provided expression refers to an attribute that does not exist in the item',
    ],
    ['SET a = t + :v', { ':v': N }, 'An operand in the update expression has an incorrect data type'],
    ['ADD t :v', { ':v': N }, 'An operand in the update expression has an incorrect data type'],
    ['ADD big :v', { ':v': { N: '0.1' } }, 'Attempting to store more than 38 significant digits in a Number'],
  ])('%s is refused', (text, values, message) => {
    const item = { t: { S: 'text' }, big: { N: `1${'0'.repeat(36)}1` } };
    expect(() => update(text, item, values)).toThrow(expect.objectContaining({ message }));
  });
});
