import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { openAccount } from '../open.ts';

export function open() {
  const { admin, clock, nobody } = openAccount('dynamodb');
  const { dynamodb } = admin;
  const statusOf = async (TableName: string) =>
    (await dynamodb.send(new DescribeTableCommand({ TableName }))).Table?.TableStatus;
  return { dynamodb, clock, statusOf, nobody: nobody.dynamodb };
}

export const key = (name: string, type: 'S' | 'N' = 'S') => ({
  AttributeDefinitions: [{ AttributeName: name, AttributeType: type }],
  KeySchema: [{ AttributeName: name, KeyType: 'HASH' as const }],
});

export const table = (TableName: string) =>
  new CreateTableCommand({ TableName, ...key('id'), BillingMode: 'PAY_PER_REQUEST' });
