import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  extractValues,
  matchesFilter,
  parseFilterPattern,
} from '../../../../../../src/aws/sandbox/services/logs/filter-pattern/index.ts';

const matches = (pattern: string, message: string) => matchesFilter(parseFilterPattern(pattern), message);
/** The events of a table that a pattern matches. */
const chosen = (pattern: string, messages: readonly string[]) =>
  messages.filter((message) => matches(pattern, message));

describe('terms', () => {
  const LOG = [
    '[ERROR 400] BAD REQUEST',
    '[ERROR 401] UNAUTHORIZED REQUEST',
    '[WARN] ARGUMENTS: INTERNAL SERVER ERROR',
    '[INFO] REQUEST TIMED OUT',
  ];
  test.each([
    ['', [0, 1, 2, 3]],
    [' ', [0, 1, 2, 3]],
    ['ERROR', [0, 1, 2]],
    ['ERROR REQUEST', [0, 1]],
    ['error', []],
    ['?WARN ?TIMED', [2, 3]],
    ['ERROR -REQUEST', [2]],
    ['"SERVER ERROR"', [2]],
    // User Guide: a question mark is ignored beside other terms.
    ['?WARN REQUEST', [0, 1, 3]],
    ['%AUTHORIZED%', [1]],
    ['%^.ERROR%', [0, 1]],
    ['%^.ERROR.4[0-9]1%', [1]],
    ['-%ERROR|INFO%', []],
  ])(
    '%s',
    (pattern, places) => {
      expect(chosen(pattern, LOG)).toEqual(places.map((place) => LOG[place]));
    },
    10_000,
  );
});

describe('JSON', () => {
  const EVENT = JSON.stringify({
    eventType: 'UpdateTrail',
    sourceIPAddress: '111.111.111.111',
    arrayKey: ['value', 'another'],
    objectList: [
      { name: 'a', id: 1 },
      { name: 'b', id: 2 },
    ],
    SomeObject: null,
    ThisFlag: true,
    'dash-key': 1.5e3,
    code: '400',
  });
  test.each([
    ['{ $.eventType = "UpdateTrail" }', true],
    ['{ $.eventType = UpdateTrail }', true],
    ['{ $.eventType != "UpdateTrail" }', false],
    ['{ $.absent != "UpdateTrail" }', false],
    ['{ $.sourceIPAddress = 111.111.* }', true],
    ['{ $.sourceIPAddress != 123.123.* }', true],
    ['{ $.sourceIPAddress = %^111\\.1% }', true],
    ['{ $.arrayKey[0] = "value" }', true],
    ['{ $.arrayKey[1] = value }', false],
    ['{ $.arrayKey[*] = another }', true],
    ['{ $.objectList[1].id = 2 }', true],
    ['{ $.objectList[*].id > 1 && $.objectList[*].name = b }', true],
    ['{ $.SomeObject IS NULL }', true],
    ['{ $.SomeOtherObject NOT EXISTS }', true],
    ['{ $.SomeObject EXISTS }', true],
    ['{ $.ThisFlag IS TRUE }', true],
    ['{ $.ThisFlag IS FALSE }', false],
    ['{ $.dash-key = 1500 }', true],
    ['{ $.dash-key >= 1.5e3 && ($.code = 401 || $.code = 400) }', true],
    ['{ ($.eventType = x || $.eventType = UpdateTrail) && $.code = 4* }', true],
    ["{ $['dash-key'] < 2000 }", true],
    ['{$.code=400}', true],
  ])('%s', (pattern, expected) => {
    expect(matches(pattern, EVENT)).toBe(expected);
  });

  test('matches no event that is no JSON', () => {
    expect(chosen('{ $.a NOT EXISTS }', ['text', '{ text', '{}'])).toEqual(['{}']);
  });
});

describe('space-delimited', () => {
  const EVENT = '127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534';
  test.each([
    ['[ip, user, username, timestamp, request =*.html*, status_code = 4*, bytes]', true],
    ['[ip, user, username, timestamp, request, status_code = 404 || status_code = 410, bytes > 1000]', true],
    ['[ip, user, username, timestamp, request, status_code = 404 && status_code != 4*, bytes]', false],
    ['[ip, user, username]', false],
    ['[..., request=%index%, status, bytes]', true],
    ['[ip = 127.*, ...]', true],
    ['[..., size >= 1535]', false],
    ['[a, b, c, d, e, f, ..., g]', true],
    ['[a, b, c, d, e, f, g, ..., h]', false],
  ])('%s', (pattern, expected) => {
    expect(matches(pattern, EVENT)).toBe(expected);
  });

  test('extracts fields, by number where they have no name', () => {
    expect(extractValues(parseFilterPattern('[ip, ..., size]'), EVENT)).toMatchObject({
      $ip: '127.0.0.1',
      $4: '10/Oct/2000:13:25:15 -0700',
      $5: 'GET /index.html HTTP/1.0',
      $size: '1534',
    });
  });
});

test.each([
  ['a:b', ':'],
  ['[ERROR] x', 'x'],
  ['{ $.a }', '}'],
  ['{ $.a = 1', ''],
  ['%a(b)%', '('],
  ['$.a = 1', '$.'],
])('%s is refused', (pattern, wrong) => {
  const text = wrong === '' ? 'Invalid filter pattern' : `Invalid character(s) in term '${wrong}'`;
  expect(() => matches(pattern, '')).toThrow(text);
});

test('a third regular expression is refused, and a second ellipsis', () => {
  expect(() => matches('{ $.a = %x% && $.b = %x% && $.c = %x% }', '')).toThrow('at most 2');
  expect(() => matches('[..., a, ...]', '')).toThrow('one ellipsis');
});

describe('a random JSON pattern', () => {
  type Value = string | number | boolean | null;
  type Sample = { readonly text: string; says(event: Readonly<Record<string, Value>>): boolean };
  const name = fc.constantFrom('a', 'b', 'c');
  const scalar = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom('x', 'xy', 'y', 'yx'));
  const event = fc.dictionary(name, fc.oneof(scalar, fc.boolean(), fc.constant(null)), {
    noNullPrototype: true,
  });
  const orders = {
    '<': (a: number, b: number) => a < b,
    '<=': (a: number, b: number) => a <= b,
    '>': (a: number, b: number) => a > b,
    '>=': (a: number, b: number) => a >= b,
  };
  const compared = fc.tuple(name, fc.constantFrom('=', '!='), scalar).map(
    ([key, operator, right]): Sample => ({
      text: `$.${key} ${operator} ${typeof right === 'string' ? `"${right}"` : right}`,
      says: (given) => {
        const left = given[key];
        return left !== undefined && left !== null && (String(left) === String(right)) === (operator === '=');
      },
    }),
  );
  const ordered = fc
    .tuple(name, fc.constantFrom(...Object.keys(orders)), fc.integer({ min: -9, max: 9 }))
    .map(
      ([key, operator, right]): Sample => ({
        text: `$.${key}${operator}${right}`,
        says: (given) => {
          const left = given[key];
          return typeof left === 'number' && orders[operator as '<'](left, right);
        },
      }),
    );
  const stated = fc.tuple(name, fc.constantFrom('IS NULL', 'IS TRUE', 'EXISTS', 'NOT EXISTS')).map(
    ([key, state]): Sample => ({
      text: `$.${key} ${state}`,
      says: (given) => {
        if (state === 'IS NULL') return given[key] === null;
        if (state === 'IS TRUE') return given[key] === true;
        return key in given === (state === 'EXISTS');
      },
    }),
  );
  const begins = fc.tuple(name, fc.constantFrom('x', 'y')).map(
    ([key, start]): Sample => ({
      text: `$.${key} = ${start}*`,
      says: (given) => typeof given[key] === 'string' && given[key].startsWith(start),
    }),
  );
  const { sample } = fc.letrec<{ sample: Sample }>((tie) => ({
    sample: fc.oneof(
      { depthSize: 'small' },
      compared,
      ordered,
      stated,
      begins,
      fc.tuple(tie('sample'), fc.constantFrom('&&', '||'), tie('sample')).map(
        ([left, operator, right]): Sample => ({
          text: `(${left.text}) ${operator} (${right.text})`,
          says: (given) =>
            operator === '&&' ? left.says(given) && right.says(given) : left.says(given) || right.says(given),
        }),
      ),
    ),
  }));

  test('says of an event what JavaScript says', () => {
    fc.assert(
      fc.property(sample, event, ({ text, says }, given) => {
        fc.pre(text.length < 1000);
        expect(matches(`{ ${text} }`, JSON.stringify(given))).toBe(says(given));
      }),
      { numRuns: 500 },
    );
  });
});
