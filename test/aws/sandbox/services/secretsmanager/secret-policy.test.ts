import { expect, test } from 'vitest';
import { openService } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

const policy = (statement: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*', ...statement }],
  });
const NOBODY = { Principal: { AWS: 'arn:aws:iam::123456789012:user/nobody' } };
const EVERYBODY = { Principal: '*' };

async function open() {
  const account = openService('secrets');
  await account.call('CreateSecret', { Name: 's', SecretString: 'x' });
  return account;
}

test('a policy lets in whom no other allows, until it is deleted', async () => {
  const { call, callAsNobody } = await open();
  const read = () => callAsNobody('GetSecretValue', { SecretId: 's' });
  await expect(read()).rejects.toThrow('is not authorized to perform: secretsmanager:GetSecretValue');
  const ResourcePolicy = policy(NOBODY);
  await call('PutResourcePolicy', { SecretId: 's', ResourcePolicy });
  expect(await read()).toMatchObject({ SecretString: 'x' });
  expect(await call('GetResourcePolicy', { SecretId: 's' })).toMatchObject({ Name: 's', ResourcePolicy });
  await call('DeleteResourcePolicy', { SecretId: 's' });
  await expect(read()).rejects.toThrow();
});

test.each([
  ['{', 'MalformedPolicyDocumentException', 'This resource policy contains invalid JSON.'],
  ['{}', 'MalformedPolicyDocumentException', 'This resource policy contains invalid syntax.'],
])('%s is refused', async (ResourcePolicy, code, message) => {
  const { refused } = await open();
  expect(await refused('PutResourcePolicy', { SecretId: 's', ResourcePolicy })).toMatchObject({
    code,
    message,
  });
});

test('a policy for everybody may be blocked, unless a condition narrows it', async () => {
  const { call, refused } = await open();
  const put = (statement: object) => ({
    SecretId: 's',
    ResourcePolicy: policy(statement),
    BlockPublicPolicy: true,
  });
  expect(await refused('PutResourcePolicy', put(EVERYBODY))).toMatchObject({ code: 'PublicPolicyException' });
  const Condition = { StringEquals: { 'aws:PrincipalAccount': '123456789012' } };
  await call('PutResourcePolicy', put({ ...EVERYBODY, Condition }));
});
