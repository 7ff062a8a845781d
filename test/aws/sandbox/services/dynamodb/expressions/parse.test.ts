import { expect, test } from 'vitest';
import { requestedAttributes } from '../../../../../../src/aws/sandbox/services/dynamodb/expressions/index.ts';

test.each([
  [{ KeyConditionExpression: 'id = :id AND sent > :from' }, ['id', 'sent']],
  [{ ProjectionExpression: 'a.b[0], c' }, ['a', 'c']],
  [
    { UpdateExpression: 'SET #n = :v REMOVE old', ExpressionAttributeNames: { '#n': 'name' } },
    ['name', 'old'],
  ],
  [
    { ConditionExpression: 'attribute_exists(a) OR size(b) > :n', FilterExpression: 'c = :c' },
    ['c', 'a', 'b'],
  ],
  [{ FilterExpression: '#unknown = :v' }, []],
  [{ FilterExpression: 'a = = b' }, []],
  [{}, []],
])('%j names %j', (request, names) => {
  expect(requestedAttributes(request)).toEqual(names);
});
