import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('names that are not there are told apart; a version cannot be deleted alone', async () => {
  const { call, refused } = openService('ssm');
  for (const Name of ['a', 'b', '/c/d']) await call('PutParameter', { Name, Value: 'x', Type: 'String' });
  expect(await call('DeleteParameters', { Names: ['a', 'none', '/c/d', 'b:1', 'a'] })).toEqual({
    DeletedParameters: ['a', '/c/d'],
    InvalidParameters: ['none', 'b:1'],
  });
  await call('DeleteParameter', { Name: 'b' });
  expect(await refused('DeleteParameter', { Name: 'b' })).toMatchObject({
    code: 'ParameterNotFound',
    status: 400,
  });
});

test('each of the names needs leave', async () => {
  const { callAsNobody, of } = openService('ssm');
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: 'ssm:DeleteParameters',
      Resource: 'arn:aws:ssm:ap-northeast-1:123456789012:parameter/a',
    },
  });
  await of('iam')('PutUserPolicy', { UserName: 'nobody', PolicyName: 'a', PolicyDocument });
  expect(await callAsNobody('DeleteParameters', { Names: ['a'] })).toMatchObject({
    InvalidParameters: ['a'],
  });
  await expect(callAsNobody('DeleteParameters', { Names: ['a', 'b'] })).rejects.toThrow('parameter/b');
});
