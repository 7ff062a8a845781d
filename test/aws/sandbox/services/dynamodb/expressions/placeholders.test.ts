import { expect, test } from 'vitest';
import {
  type PlaceholderInput,
  readPlaceholders,
} from '../../../../../../src/aws/sandbox/services/dynamodb/expressions/placeholders.ts';

const expression = { parameter: 'FilterExpression', text: '' };
const read = (input: PlaceholderInput, given = true) =>
  readPlaceholders(input, { expressions: ['FilterExpression'], given });

test('names and values are looked up', () => {
  const known = read({
    ExpressionAttributeNames: { '#n': 'name' },
    ExpressionAttributeValues: { ':v': { N: '01' } },
  });
  expect(
    known.path({ kind: 'path', parts: [{ alias: '#n' }, { index: 0 }, { name: 'x' }] }, expression),
  ).toEqual([...['name', 0, 'x']]);
  expect(known.value(':v', expression)).toEqual({ N: '1' });
  expect(() => known.finish()).not.toThrow();
});

test.each<[() => void, string]>([
  [
    () => read({ ExpressionAttributeNames: { '#a': 'a', '#b': 'b' } }).finish(),
    'Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}',
  ],
  [
    () => read({}).value(':v', expression),
    'Invalid FilterExpression: An expression attribute value used in expression is not defined; attribute value: :v',
  ],
  [() => read({ ExpressionAttributeValues: {} }), 'ExpressionAttributeValues must not be empty'],
  [
    () => read({ ExpressionAttributeNames: { name: 'a' } }),
    'ExpressionAttributeNames contains invalid key: Syntax error; key: "name"',
  ],
  [
    () => read({ ExpressionAttributeValues: { ':v': { N: 'x' } } }),
    'ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :v',
  ],
  [
    () => read({ ExpressionAttributeValues: { ':v': { S: 'x' } } }, false),
    'ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null',
  ],
])('%s', (run, message) => {
  expect(run).toThrow(expect.objectContaining({ code: 'ValidationException', message }));
});
