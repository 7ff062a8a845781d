import { describe, expect, it } from 'vitest';
import { compileQuery, search } from '../../../../src/aws/cli/output/jmespath-query.ts';
import { jsonWithFloats, PythonFloat } from '../../../../src/aws/cli/python/float.ts';

describe('compileQuery', () => {
  it('makes a function of an expression', () => {
    expect(compileQuery("Users[?Name=='b'].Id | [0]")({ Users: [{ Name: 'a' }, { Name: 'b', Id: 2 }] })).toBe(
      2,
    );
  });

  it.each([
    [
      'length(a)',
      { a: 1 },
      "In function length(), invalid type for value: a value of type number, expected one of: ['string', 'array', 'object'], received: \"number\"",
    ],
    ['length(a)', {}, 'In function length(), invalid type for value: None'],
    ['length(a, b)', {}, 'Expected 1 argument for function length(), received 2'],
    ['join(a)', {}, 'Expected 2 arguments for function join(), received 1'],
    [
      'max_by(@, &a)',
      [{ a: [] }, { a: [] }],
      "In function max_by(), invalid type for value: a value of type array, expected one of: ['number', 'string']",
    ],
  ])('%s fails as jmespath.py', (expression, data, message) => {
    expect(() => compileQuery(expression)(data)).toThrow(message);
  });

  it('refuses what cannot be read before any data comes', () => {
    expect(() => compileQuery('a[')).toThrow(
      'Bad value for --query a[: Invalid jmespath expression: Incomplete expression',
    );
  });
});

it('search gives null for what is not there', () => {
  expect(search({ a: { b: 1 } }, 'a.b')).toBe(1);
  expect(search({}, 'a.b')).toBeNull();
});

describe('floats', () => {
  const data = { Datapoints: [{ Sum: new PythonFloat(5) }, { Sum: new PythonFloat(1.5) }] };

  it.each([
    ['Datapoints[].Sum', '[5.0,1.5]'],
    ['max_by(Datapoints, &Sum).Sum', '5.0'],
    ['Datapoints[?Sum > `2`].Sum', '[5.0]'],
    // Two numbers are found equal as such, and no longer known as floats.
    ['Datapoints[?Sum == `5`].Sum', '[5]'],
  ])('%s', (expression, text) => {
    expect(jsonWithFloats(compileQuery(expression)(data))).toBe(text);
  });
});
