import { expect, test } from 'vitest';
import { canonicalPath, queryBag } from '../../../../src/aws/wire/sigv4/canonical.ts';

const path = (written: string, service: string) =>
  canonicalPath({ url: new URL(`https://host${written}`), path: written }, service);

test.each([
  ['/a%20b', '/a%20b'],
  ['/a//b', '/a//b'],
  ['/a/../b', '/a/../b'],
  ['/%7Ea', '/~a'],
  ["/a'(b)", '/a%27%28b%29'],
])('S3 encodes %s once, and keeps its segments', (written, canonical) => {
  expect(path(written, 's3')).toBe(canonical);
});

test.each([
  ['/a%20b', '/a%2520b'],
  ['/a//b/', '/a/b/'],
  ['/a/../b', '/b'],
  ['/', '/'],
  ['//', '/'],
])('another service encodes %s twice, and drops empty segments', (written, canonical) => {
  expect(path(written, 'lambda')).toBe(canonical);
});

test('an escape that is no UTF-8 cannot be signed', () => {
  expect(() => path('/%ff', 's3')).toThrow(URIError);
});

test('a name that stands more than once in a query has all its values', () => {
  const bag = queryBag(new URL('https://host/?a=1&b=&a=2&__proto__=x'));
  expect(Object.entries(bag)).toEqual([
    ['a', ['1', '2']],
    ['b', ''],
    ['__proto__', 'x'],
  ]);
});
