import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds } from '../../../../../../src/aws/sandbox/services/dynamodb/expressions/index.ts';
import type { AttributeValue } from '../../../../../../src/aws/sandbox/services/dynamodb/values/index.ts';
import { read } from './read.ts';

type Plain = string | number;

type PlainItem = Readonly<Record<string, Plain>>;

/** A condition as plain data, its text, and what it says of an item by JavaScript's own operators. */
interface Sample {
  readonly text: string;
  readonly values: Readonly<Record<string, AttributeValue>>;
  says(item: PlainItem): boolean;
}

const NAMES = ['a', 'b', 'c'];

const toValue = (plain: Plain): AttributeValue =>
  typeof plain === 'number' ? { N: String(plain) } : { S: plain };

const plain = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom('', 'a', 'ab', 'b', 'ba'));

const name = fc.constantFrom(...NAMES);

const comparisons: Readonly<Record<string, (left: Plain, right: Plain) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

let count = 0;

const placeholder = (value: Plain) => ({ key: `:v${count++}`, value });

const compared: fc.Arbitrary<Sample> = fc
  .tuple(name, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), plain)
  .map(([attribute, operator, right]) => {
    const { key } = placeholder(right);
    return {
      text: `${attribute} ${operator} ${key}`,
      values: { [key]: toValue(right) },
      says: (item) => {
        const left = item[attribute];
        const comparable = left !== undefined && typeof left === typeof right;
        if (operator === '<>') return !comparable || left !== right;
        return comparable && (comparisons[operator]?.(left, right) ?? false);
      },
    };
  });

const between: fc.Arbitrary<Sample> = fc
  .tuple(name, fc.integer({ min: -20, max: 20 }), fc.nat(10))
  .map(([attribute, low, more]) => {
    const [from, to] = [placeholder(low), placeholder(low + more)];
    return {
      text: `${attribute} BETWEEN ${from.key} and ${to.key}`,
      values: { [from.key]: toValue(low), [to.key]: toValue(low + more) },
      says: (item) => {
        const value = item[attribute];
        return typeof value === 'number' && low <= value && value <= low + more;
      },
    };
  });

const listed: fc.Arbitrary<Sample> = fc
  .tuple(name, fc.array(plain, { minLength: 1, maxLength: 3 }))
  .map(([attribute, list]) => {
    const keys = list.map((one) => placeholder(one).key);
    return {
      text: `${attribute} IN (${keys.join(', ')})`,
      values: Object.fromEntries(keys.map((key, index) => [key, toValue(list[index] ?? '')])),
      says: (item) => list.some((one) => one === item[attribute]),
    };
  });

const called: fc.Arbitrary<Sample> = fc
  .tuple(name, fc.constantFrom('attribute_exists', 'attribute_not_exists', 'begins_with', 'size'), plain)
  .map(([attribute, call, argument]) => {
    if (call.startsWith('attribute'))
      return {
        text: `${call}(${attribute})`,
        values: {},
        says: (item) => (item[attribute] !== undefined) === (call === 'attribute_exists'),
      };
    const { key } = placeholder(argument);
    if (call === 'size') {
      const limit = String(argument).length;
      return {
        text: `size (${attribute}) >= ${key}`,
        values: { [key]: { N: String(limit) } },
        says: (item) => typeof item[attribute] === 'string' && item[attribute].length >= limit,
      };
    }
    const prefix = String(argument);
    return {
      text: `begins_with(${attribute},${key})`,
      values: { [key]: { S: prefix } },
      says: (item) => typeof item[attribute] === 'string' && item[attribute].startsWith(prefix),
    };
  });

const { condition } = fc.letrec<{ condition: Sample; joined: Sample; negated: Sample }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    compared,
    between,
    listed,
    called,
    tie('joined'),
    tie('negated'),
  ),
  joined: fc
    .tuple(tie('condition'), fc.constantFrom('AND', 'or'), tie('condition'))
    .map(([left, word, right]) => ({
      text: `${inParentheses(left.text)} ${word} ${inParentheses(right.text)}`,
      values: { ...left.values, ...right.values },
      says: (item) =>
        word === 'AND' ? left.says(item) && right.says(item) : left.says(item) || right.says(item),
    })),
  negated: tie('condition').map((of) => ({
    text: `NOT ${inParentheses(of.text)}`,
    values: of.values,
    says: (item) => !of.says(item),
  })),
}));

/** Puts parentheses around expressions that are joined already, and only then: two pairs are refused. */
const inParentheses = (text: string) => (/ (AND|or) /.test(text) ? `(${text})` : text);

const item = fc.dictionary(name, plain, { maxKeys: 3, noNullPrototype: true });

describe('a condition', () => {
  test('says of every item what a naive evaluator says', () => {
    fc.assert(
      fc.property(condition, item, (sample, plainItem) => {
        const stored = Object.fromEntries(
          Object.entries(plainItem).map(([key, value]) => [key, toValue(value)]),
        );
        expect(holds(read(sample.text, sample.values), stored), sample.text).toBe(sample.says(plainItem));
      }),
      { numRuns: 500 },
    );
  });

  test('binds NOT before AND before OR', () => {
    const values = { ':t': { N: '1' } };
    const shown = read('a = :t OR b = :t AND NOT c = :t', values);
    expect(shown).toMatchObject({ kind: 'or', right: { kind: 'and', right: { kind: 'not' } } });
  });

  test('looks into maps, lists and sets', () => {
    const stored = {
      m: { M: { l: { L: [{ N: '1' }, { S: 'x' }] } } },
      s: { NS: ['1', '20'] },
      b: { B: new Uint8Array([1, 2, 3]) },
    };
    expect(holds(read('m.l[1] = :x', { ':x': { S: 'x' } }), stored)).toBe(true);
    expect(holds(read('m.#l[0] = :x', { ':x': { N: '1' } }, { '#l': 'l' }), stored)).toBe(true);
    expect(holds(read('contains(s, :x)', { ':x': { N: '20' } }), stored)).toBe(true);
    expect(holds(read('contains(m.l, :x)', { ':x': { N: '2' } }), stored)).toBe(false);
    expect(holds(read('begins_with(b, :x)', { ':x': { B: new Uint8Array([1, 2]) } }), stored)).toBe(true);
    expect(holds(read('attribute_type(m, :x)', { ':x': { S: 'M' } }), stored)).toBe(true);
    expect(holds(read('size(m.l) = :x', { ':x': { N: '2' } }), stored)).toBe(true);
  });
});
