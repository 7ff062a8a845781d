import { ExecuteStatementCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { refusal } from '../../../sdk.ts';
import { standStill } from '../../time.ts';
import { open, TableName } from '../orders.ts';

standStill();

test('a statement without a value for its parameter is refused', async () => {
  const { dynamodb } = await open();
  const Statement = `SELECT * FROM ${TableName} WHERE customer = ?`;
  expect(await refusal(dynamodb.send(new ExecuteStatementCommand({ Statement })))).toMatchObject({
    code: 'ValidationException',
    message: "Number of parameters in request and statement don't match.",
  });
  const empty = new ExecuteStatementCommand({ Statement, Parameters: [] });
  expect(await refusal(dynamodb.send(empty))).toMatchObject({
    message:
      "1 validation error detected: Value '[]' at 'parameters' failed to satisfy constraint: Member must have length greater than or equal to 1",
  });
});
