import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEventPattern } from '../../../../src/aws/sandbox/event-pattern/index.ts';
import { matchesBody } from '../../../../src/aws/sandbox/filter-policy/index.ts';

const matches = (pattern: unknown, event: unknown) =>
  matchesBody(parseEventPattern(JSON.stringify(pattern)), JSON.stringify(event));

describe('an event pattern', () => {
  const EVENT = {
    source: 'aws.ec2',
    resources: ['arn:1', 'arn:2'],
    detail: { state: 'running', file: 'IMG.PNG', ip: '10.0.0.7', price: 12.5, none: null, path: 'a/b/c.txt' },
  };
  test.each([
    [{ source: ['aws.ec2', 'aws.s3'] }, true],
    [{ source: ['aws.s3'] }, false],
    [{ resources: ['arn:2'] }, true],
    [{ detail: { none: [null] } }, true],
    [{ detail: { state: [{ prefix: 'run' }] } }, true],
    [{ detail: { file: [{ suffix: '.png' }] } }, false],
    [{ detail: { file: [{ suffix: { 'equals-ignore-case': '.png' } }] } }, true],
    [{ detail: { file: [{ prefix: { 'equals-ignore-case': 'img' } }] } }, true],
    [{ detail: { file: [{ 'equals-ignore-case': 'img.png' }] } }, true],
    [{ detail: { path: [{ wildcard: 'a/*/*.txt' }] } }, true],
    [{ detail: { state: [{ 'anything-but': 'running' }] } }, false],
    [{ detail: { state: [{ 'anything-but': ['stopped', 'pending'] }] } }, true],
    [{ detail: { price: [{ 'anything-but': [12.5] }] } }, false],
    [{ detail: { state: [{ 'anything-but': { prefix: 'st' } }] } }, true],
    [{ detail: { state: [{ 'anything-but': { prefix: ['st', 'ru'] } }] } }, false],
    [{ detail: { path: [{ 'anything-but': { suffix: '.txt' } }] } }, false],
    [{ detail: { path: [{ 'anything-but': { wildcard: '*.md' } }] } }, true],
    [{ detail: { state: [{ 'anything-but': { 'equals-ignore-case': ['RUNNING'] } }] } }, false],
    [{ detail: { price: [{ numeric: ['>', 10, '<=', 12.5] }] } }, true],
    [{ detail: { price: [{ numeric: ['=', 12.5] }] } }, true],
    [{ detail: { ip: [{ cidr: '10.0.0.0/24' }] } }, true],
    [{ detail: { absent: [{ exists: false }] } }, true],
    [{ detail: { state: [{ exists: false }] } }, false],
    [{ $or: [{ source: ['x'] }, { detail: { price: [{ numeric: ['<', 20] }] } }] }, true],
    [{ $or: [{ source: ['x'] }, { source: ['y'] }] }, false],
  ])('%j: %s', (pattern, expected) => {
    expect(matches(pattern, EVENT)).toBe(expected);
  });

  test.each([
    ['["a"]', 'Filter is not an object\n at [Source: (String)"["a"]"; line: 1, column: 2]'],
    [
      '{"resources": []}',
      'Empty arrays are not allowed\n at [Source: (String)"{"resources": []}"; line: 1, column: 17]',
    ],
    [
      "{'bad': 'quotation'}",
      "Unexpected character (''' (code 39)): was expecting double-quote to start field name\n at [Source: (String)\"{'bad': 'quotation'}\"; line: 1, column: 2]",
    ],
    [
      '{"not": closed mark"',
      "Unrecognized token 'closed': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at [Source: (String)\"{\"not\": closed mark\"\"; line: 1, column: 15]",
    ],
    [
      '{"detail": {"state": [{"anything-but": null}]}}',
      'Value of anything-but must be an array or single string/number value.\n at [Source: (String)"{"detail": {"state": [{"anything-but": null}]}}"; line: 1, column: 44]',
    ],
    [
      '{"detail": {"state": [{"anything-but": {"prefix": 123}}]}}',
      'prefix/suffix match pattern must be a string\n at [Source: (String)"{"detail": {"state": [{"anything-but": {"prefix": 123}}]}}"; line: 1, column: 54]',
    ],
    [
      '{"detail": {"FileName": [{"anything-but": {"prefix": ""}}]}}',
      'Null prefix/suffix not allowed\n at [Source: (String)"{"detail": {"FileName": [{"anything-but": {"prefix": ""}}]}}"; line: 1, column: 56]',
    ],
    [
      '{"FileName": [{"suffix": [".png"]}]}',
      'suffix match pattern must be a string\n at [Source: (String)"{"FileName": [{"suffix": [".png"]}]}"; line: 1, column: 27]',
    ],
    [
      '{"detail-type": [{"equals-ignore-case": {"prefix": "ec2"}}]}',
      'equals-ignore-case match pattern must be a string\n at [Source: (String)"{"detail-type": [{"equals-ignore-case": {"prefix": "ec2"}}]}"; line: 1, column: 42]',
    ],
    ['{"detail": {"ip": [{"cidr": "bad"}]}}', "Malformed CIDR, one '/' required"],
    [
      '{"detail": {"c-count": [{"numeric": 10}]}}',
      'Value of numeric must be an array.\n at [Source: (String)"{"detail": {"c-count": [{"numeric": 10}]}}"; line: 1, column: 39]',
    ],
    [
      '{"detail": {"c-count": [{"numeric": [">", 0, ">", 0]}]}}',
      'Bad numeric range operator: >\n at [Source: (String)"{"detail": {"c-count": [{"numeric": [">", 0, ">", 0]}]}}"; line: 1, column: 49]',
    ],
    [
      '{"my_key": [{"EXISTS": true}]}',
      'Unrecognized match type EXISTS\n at [Source: (String)"{"my_key": [{"EXISTS": true}]}"; line: 1, column: 28]',
    ],
  ])('is refused as AWS refuses %s', (pattern, reason) => {
    expect(() => parseEventPattern(pattern)).toThrow(`Event pattern is not valid. Reason: ${reason}`);
  });

  test('is refused with the place said twice where an item of an excluded list is no text', () => {
    const pattern = '{"detail": {"state": [{"anything-but": {"prefix": [123, "test"]}}]}}';
    const place = `\n at [Source: (String)"${pattern}"; line: 1, column: 55]`;
    expect(() => parseEventPattern(pattern)).toThrow(
      `Event pattern is not valid. Reason: prefix/suffix match pattern must be a string${place}${place}`,
    );
  });

  test('says of an event what JavaScript says', () => {
    const scalar = fc.oneof(fc.constantFrom('a', 'ab', 'b'), fc.integer({ min: 0, max: 3 }));
    const condition = fc.oneof(
      scalar.map((value) => ({ json: value as unknown, says: (given: unknown) => given === value })),
      fc.constantFrom('a', 'b').map((prefix) => ({
        json: { prefix } as unknown,
        says: (given: unknown) => typeof given === 'string' && given.startsWith(prefix),
      })),
      fc.integer({ min: 0, max: 3 }).map((limit) => ({
        json: { numeric: ['>=', limit] } as unknown,
        says: (given: unknown) => typeof given === 'number' && given >= limit,
      })),
      fc.boolean().map((exists) => ({
        json: { exists } as unknown,
        says: (given: unknown) => (given !== undefined) === exists,
      })),
      fc.array(scalar, { minLength: 1, maxLength: 2 }).map((list) => ({
        json: { 'anything-but': list } as unknown,
        says: (given: unknown) => given !== undefined && !list.includes(given as never),
      })),
    );
    const key = fc.constantFrom('x', 'y');
    const pattern = fc.dictionary(key, fc.array(condition, { minLength: 1, maxLength: 3 }), {
      minKeys: 1,
      noNullPrototype: true,
    });
    const event = fc.dictionary(key, scalar, { noNullPrototype: true });
    fc.assert(
      fc.property(pattern, event, (wanted, given) => {
        const json = Object.fromEntries(
          Object.entries(wanted).map(([name, list]) => [name, list.map((one) => one.json)]),
        );
        const expected = Object.entries(wanted).every(([name, list]) =>
          list.some(({ says }) => says(given[name])),
        );
        expect(matches(json, given)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});
