import {
  GetInstanceProfileCommand,
  GetRoleCommand,
  ListAttachedRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const LOGS = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
const role = (description: string, policies: string) => `
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Description: ${description}
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }]
      ManagedPolicyArns: [${policies}]
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: { Roles: [!Ref Role] }
Outputs:
  Id: { Value: !GetAtt Role.RoleId }
`;
const ALLOWED = { Capabilities: ['CAPABILITY_IAM' as const] };

test('a role with its policies is in its profile, and is changed where it is', async () => {
  const stack = openStacks();
  const { iam } = stack.admin;
  const made = await stack.create(role('first', LOGS), ALLOWED);
  const RoleName = (await stack.physical('Role')) ?? '';
  const seen = async () => {
    const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
    const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
    return {
      id: Role?.RoleId,
      description: Role?.Description,
      policies: AttachedPolicies.map(({ PolicyArn }) => PolicyArn),
    };
  };
  const id = made?.Outputs?.[0]?.OutputValue;
  expect(await seen()).toEqual({ id, description: 'first', policies: [LOGS] });
  const InstanceProfileName = await stack.physical('Profile');
  const { InstanceProfile } = await iam.send(new GetInstanceProfileCommand({ InstanceProfileName }));
  expect(InstanceProfile?.Roles?.map((one) => one.RoleName)).toEqual([RoleName]);

  await stack.update(role('second', ''), ALLOWED);
  expect(await seen()).toEqual({ id, description: 'second', policies: [] });
});
