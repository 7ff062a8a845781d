import {
  GetPolicyCommand,
  ListAttachedUserPoliciesCommand,
  ListUserPoliciesCommand,
} from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const policies = (name: string, service: string) => `
Resources:
  User: { Type: AWS::IAM::User }
  Inline:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: ${name}
      Users: [!Ref User]
      PolicyDocument: { Version: 2012-10-17, Statement: [{ Effect: Allow, Action: "sqs:*", Resource: "*" }] }
  Managed:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Users: [!Ref User]
      PolicyDocument: { Version: 2012-10-17, Statement: [{ Effect: Allow, Action: "${service}:*", Resource: "*" }] }
`;
const ALLOWED = { Capabilities: ['CAPABILITY_IAM' as const] };

test('policies of a user are inline and attached; a change is another inline policy and another version', async () => {
  const stack = openStacks();
  const { iam } = stack.admin;
  await stack.create(policies('first', 'sns'), ALLOWED);
  const UserName = await stack.physical('User');
  const PolicyArn = (await stack.physical('Managed')) ?? '';
  expect(PolicyArn).toMatch(/^arn:aws:iam::123456789012:policy\/shop-Managed-\w+$/);
  const seen = async () => [
    (await iam.send(new ListUserPoliciesCommand({ UserName }))).PolicyNames,
    (await iam.send(new ListAttachedUserPoliciesCommand({ UserName }))).AttachedPolicies?.map(
      (one) => one.PolicyArn,
    ),
    (await iam.send(new GetPolicyCommand({ PolicyArn }))).Policy?.DefaultVersionId,
  ];
  expect(await seen()).toEqual([['first'], [PolicyArn], 'v1']);
  await stack.update(policies('second', 'kms'), ALLOWED);
  expect(await seen()).toEqual([['second'], [PolicyArn], 'v2']);
});
