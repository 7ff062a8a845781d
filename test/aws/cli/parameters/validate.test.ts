import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../../src/aws/cli/parameters/index.ts';
import { validateParameters } from '../../../../src/aws/cli/parameters/index.ts';

const shape = (kind: Shape['kind'], rest: Partial<Shape> = {}): Shape => ({
  ...{ kind, streaming: false, name: '', members: () => [], item: () => shape('string') },
  ...rest,
});
const structure = (members: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape =>
  shape('structure', {
    members: () =>
      Object.entries(members).map(([name, of]) => ({
        ...{ name, shape: of, newerThanCli: false, required: required.includes(name) },
      })),
  });
const input = structure(
  {
    Name: shape('string', { least: 2 }),
    Count: shape('integer', { least: 1 }),
    Share: shape('float'),
    On: shape('boolean'),
    Body: shape('blob'),
    At: shape('timestamp'),
    Tags: shape('list', { least: 1, item: () => structure({ Key: shape('string') }, ['Key']) }),
    More: shape('map', { item: () => shape('string') }),
  },
  ['Name'],
);

describe('validateParameters', () => {
  it('takes what fits', () => {
    const given = {
      Name: 'ab',
      Count: 1,
      Share: 2,
      On: true,
      Body: 'x',
      At: 0,
      Tags: [{ Key: 'k' }],
      More: { a: 'b' },
    };
    expect(() => validateParameters(given, input)).not.toThrow();
  });

  it.each([
    [{}, 'Missing required parameter in input: "Name"'],
    [{ Name: 'a' }, 'Invalid length for parameter Name, value: 1, valid min length: 2'],
    [{ Name: '😀' }, 'Invalid length for parameter Name, value: 1, valid min length: 2'],
    [{ Name: 'ab', Count: 0 }, 'Invalid value for parameter Count, value: 0, valid min value: 1'],
    [
      { Name: 'ab', Count: 1.5 },
      "Invalid type for parameter Count, value: 1.5, type: <class 'float'>, valid types: <class 'int'>",
    ],
    [
      { Name: 5 },
      "Invalid type for parameter Name, value: 5, type: <class 'int'>, valid types: <class 'str'>",
    ],
    [{ Name: 'ab', On: 'yes' }, "value: yes, type: <class 'str'>, valid types: <class 'bool'>"],
    [{ Name: 'ab', At: 'soon' }, "valid types: <class 'datetime.datetime'>, timestamp-string"],
    [{ Name: 'ab', Tags: [] }, 'Invalid length for parameter Tags, value: 0, valid min length: 1'],
    [{ Name: 'ab', Tags: [{}] }, 'Missing required parameter in Tags[0]: "Key"'],
    [{ Name: 'ab', Tags: [{ Key: 'k', X: 1 }] }, 'Unknown parameter in Tags[0]: "X", must be one of: Key'],
    [{ Name: 'ab', More: { a: 1 } }, 'Invalid type for parameter More.a, value: 1'],
  ])('%j', (given, message) => {
    expect(() => validateParameters(given, input)).toThrow(
      `Parameter validation failed:\n${message}`.split('\n')[0] ?? '',
    );
    expect(() => validateParameters(given, input)).toThrow(message);
  });

  it('tells all that is wrong at once', () => {
    expect(() => validateParameters({ Count: 0, Extra: 1 }, input)).toThrow(
      /^Parameter validation failed:\nMissing .*\nUnknown .*\nInvalid value for parameter Count/,
    );
  });

  it("takes a boolean for a number, as Python's bool is an int", () => {
    expect(() => validateParameters({ Name: 'ab', Count: true }, input)).not.toThrow();
  });
});
