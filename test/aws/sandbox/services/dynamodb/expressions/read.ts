import {
  readCondition,
  readPlaceholders,
} from '../../../../../../src/aws/sandbox/services/dynamodb/expressions/index.ts';
import type { AttributeValue } from '../../../../../../src/aws/sandbox/services/dynamodb/values/index.ts';

export function read(text: string, values: Readonly<Record<string, AttributeValue>> = {}, names = {}) {
  const given = { ExpressionAttributeValues: values, ExpressionAttributeNames: names };
  const placeholders = readPlaceholders(
    {
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: given.ExpressionAttributeValues }),
      ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: given.ExpressionAttributeNames }),
    },
    { expressions: ['FilterExpression'], given: true },
  );
  const parsed = readCondition('FilterExpression', text, placeholders);
  placeholders.finish();
  if (!parsed) throw new Error('no condition');
  return parsed;
}
