import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const table = (more: string, attributes = '', key = 'id') => `
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [{ AttributeName: ${key}, AttributeType: S }${attributes}]
      KeySchema: [{ AttributeName: ${key}, KeyType: HASH }]
      ${more}
`;
const INDEX =
  'GlobalSecondaryIndexes: [{ IndexName: by-city, KeySchema: [{ AttributeName: city, KeyType: HASH }], Projection: { ProjectionType: ALL } }]';

test('a table gets an index where it is; another key makes another table', async () => {
  const stack = openStacks();
  const describe = async () => {
    const TableName = await stack.physical('Table');
    return (await stack.admin.dynamodb.send(new DescribeTableCommand({ TableName }))).Table;
  };
  expect((await stack.create(table('DeletionProtectionEnabled: false')))?.StackStatus).toBe(
    'CREATE_COMPLETE',
  );
  const first = await describe();
  expect([first?.TableStatus, first?.BillingModeSummary?.BillingMode]).toEqual(['ACTIVE', 'PAY_PER_REQUEST']);

  await stack.update(table(INDEX, ', { AttributeName: city, AttributeType: S }'));
  const second = await describe();
  expect(second?.TableId).toBe(first?.TableId);
  expect(
    second?.GlobalSecondaryIndexes?.map(({ IndexName, IndexStatus }) => [IndexName, IndexStatus]),
  ).toEqual([['by-city', 'ACTIVE']]);

  await stack.update(table('DeletionProtectionEnabled: false', '', 'number'));
  const third = await describe();
  expect(third?.KeySchema).toEqual([{ AttributeName: 'number', KeyType: 'HASH' }]);
  expect(third?.TableName).not.toBe(first?.TableName);
});
