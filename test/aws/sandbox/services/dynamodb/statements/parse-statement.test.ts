import { expect, test } from 'vitest';
import { parseStatement } from '../../../../../../src/aws/sandbox/services/dynamodb/statements/parse-statement.ts';

test('parameters stand in the order of their question marks', () => {
  expect(parseStatement('UPDATE "t" SET a = ? WHERE id = ?', [{ N: '01' }, { S: 'x' }])).toMatchObject({
    kind: 'update',
    actions: [{ kind: 'set', path: ['a'], value: { kind: 'value', value: { N: '1' } } }],
    where: { kind: 'compare', right: { kind: 'value', value: { S: 'x' } } },
  });
});

test('literals become values, also of maps, lists and sets', () => {
  const { item } = parseStatement(
    "INSERT INTO \"t\" VALUE {'id': 'it''s', 'n': 1.50, 'l': [true, null], 's': <<1, 2>>}",
    [],
  ) as { item?: object };
  expect(item).toEqual({
    kind: 'value',
    value: {
      M: {
        id: { S: "it's" },
        n: { N: '1.5' },
        l: { L: [{ BOOL: true }, { NULL: true }] },
        s: { NS: ['1', '2'] },
      },
    },
  });
});

test.each([
  [
    'SELECT * FROM "t"."by-city" WHERE city = \'Oslo\'',
    { kind: 'select', from: { table: 't', index: 'by-city' } },
  ],
  ['DELETE FROM t WHERE id = 1', { kind: 'delete', from: { table: 't', index: null } }],
])('%s', (text, statement) => {
  expect(parseStatement(text, [])).toMatchObject(statement);
});

test.each([
  ['SELECT FROM', [], /^Statement wasn't well formed, can't be processed: Unexpected token at 1:\d+$/],
  ['SELECT * FROM t WHERE id = ?', [], /^Number of parameters in request and statement don't match\.$/],
  ['SELECT * FROM t', [{ S: 'x' }], /^Number of parameters in request and statement don't match\.$/],
  ["INSERT INTO t VALUE {'s': <<1, 'a'>>}", [], /members of one type/],
])('%s with %j is refused', (text, parameters, message) => {
  expect(() => parseStatement(text, parameters)).toThrow(message);
});
