import { expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { ALLOW, openIam, S3_READ } from './open.ts';

standStill();

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';

const UserName = 'bob';

const blue = [{ Key: 'team', Value: 'blue' }];

const red = [{ Key: 'team', Value: 'red' }];

/** Lets nobody do one thing on a condition. */
async function allowed(Action: string, Condition: object) {
  const iam = openIam();
  await iam.call('CreateUser', { UserName, Tags: blue, PermissionsBoundary: S3_READ });
  await iam.call('CreatePolicy', { PolicyName: 'rules', PolicyDocument: ALLOW });
  await iam.call('PutUserPolicy', {
    ...{ UserName: 'nobody', PolicyName: 'p' },
    PolicyDocument: JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action, Resource: '*', Condition },
    }),
  });
  return iam.callAsNobody;
}

test.each<[string, object, string, object, object]>([
  [
    'iam:PolicyARN',
    { ArnEquals: { 'iam:PolicyARN': S3_READ } },
    'AttachUserPolicy',
    { UserName, PolicyArn: S3_READ },
    { UserName, PolicyArn: ADMIN },
  ],
  [
    'iam:PermissionsBoundary',
    { StringEquals: { 'iam:PermissionsBoundary': S3_READ } },
    'CreateUser',
    { UserName: 'carol', PermissionsBoundary: S3_READ },
    { UserName: 'carol' },
  ],
  [
    'iam:PermissionsBoundary of the user',
    { StringEquals: { 'iam:PermissionsBoundary': S3_READ } },
    'PutUserPolicy',
    { UserName, PolicyName: 'p', PolicyDocument: ALLOW },
    { UserName: 'admin', PolicyName: 'p', PolicyDocument: ALLOW },
  ],
  [
    'aws:RequestTag',
    { StringEquals: { 'aws:RequestTag/team': 'blue' } },
    'CreateUser',
    { UserName: 'carol', Tags: blue },
    { UserName: 'carol', Tags: red },
  ],
  [
    'aws:TagKeys',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] }, Null: { 'aws:TagKeys': 'false' } },
    'UntagUser',
    { UserName, TagKeys: ['team'] },
    { UserName, TagKeys: ['team', 'owner'] },
  ],
  [
    'iam:ResourceTag',
    { StringEquals: { 'iam:ResourceTag/team': 'blue' } },
    'GetUser',
    { UserName },
    { UserName: 'admin' },
  ],
])('%s decides', async (_, condition, operation, good, bad) => {
  const call = await allowed(`iam:${operation}`, condition);
  await expect(call(operation, bad)).rejects.toThrow('because no identity-based policy allows');
  await call(operation, good);
});
