import { expect, test } from 'vitest';
import { route } from '../../../../src/aws/sandbox/routing/index.ts';

test.each([
  ['streams.dynamodb.eu-west-1.amazonaws.com', { service: 'dynamodbstreams', region: 'eu-west-1' }],
  ['dynamodb.eu-west-1.amazonaws.com', { service: 'dynamodb', region: 'eu-west-1' }],
  ['123456789012.ddb.eu-west-1.amazonaws.com', { service: 'dynamodb', region: 'eu-west-1' }],
  ['streams.sqs.eu-west-1.amazonaws.com', undefined],
])('%s is for %o', (host, destination) => {
  expect(route(host, undefined)).toEqual(destination);
});

test('at an endpoint URL the target tells services of one signing name apart', () => {
  const at = (target?: string) => route('localhost:4566', 'dynamodb', target)?.service;
  expect(at('DynamoDBStreams_20120810.ListStreams')).toBe('dynamodbstreams');
  expect(at('DynamoDB_20120810.ListTables')).toBe('dynamodb');
  expect(at()).toBe('dynamodb');
});
