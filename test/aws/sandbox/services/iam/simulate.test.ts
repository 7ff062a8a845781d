import { describe, expect, test } from 'vitest';
import { standStill } from '../time.ts';
import { ALLOW, openIam } from './open.ts';

standStill();

const ARN = 'arn:aws:iam::123456789012:user/team/x';
const document = (effect: string, action: string, condition?: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: effect, Action: action, Resource: '*', ...(condition && { Condition: condition }) },
    ],
  });

/** A user in a group that has a managed policy. */
async function open() {
  const iam = openIam();
  await iam.call('CreateUser', { UserName: 'x', Path: '/team/' });
  await iam.call('CreateGroup', { GroupName: 'g' });
  await iam.call('AddUserToGroup', { UserName: 'x', GroupName: 'g' });
  await iam.call('CreatePolicy', { PolicyName: 'rules', PolicyDocument: ALLOW });
  await iam.call('AttachGroupPolicy', {
    GroupName: 'g',
    PolicyArn: 'arn:aws:iam::123456789012:policy/rules',
  });
  return iam;
}

describe('SimulatePrincipalPolicy', () => {
  test('judges each action by all policies of a user, without doing it', async () => {
    const { call } = await open();
    await call('PutUserPolicy', {
      UserName: 'x',
      PolicyName: 'no',
      PolicyDocument: document('Deny', 'ec2:*'),
    });
    const answer = await call('SimulatePrincipalPolicy', {
      PolicySourceArn: ARN,
      ActionNames: ['s3:GetObject', 's3:PutObject', 'ec2:RunInstances'],
    });
    const result = (EvalActionName: string, EvalDecision: string, ...ids: string[]) => ({
      ...{ EvalActionName, EvalResourceName: '*', EvalDecision, MissingContextValues: [] },
      MatchedStatements: ids.map((SourcePolicyId) => ({ SourcePolicyId, SourcePolicyType: 'IAM Policy' })),
    });
    expect(answer).toEqual({
      EvaluationResults: [
        result('s3:GetObject', 'allowed', 'rules'),
        result('s3:PutObject', 'implicitDeny'),
        result('ec2:RunInstances', 'explicitDeny', 'user_x_no'),
      ],
      IsTruncated: false,
    });
  });

  test('tells what a boundary and conditions have to do with it', async () => {
    const { call } = await open();
    await call('CreatePolicy', { PolicyName: 'limit', PolicyDocument: document('Allow', 'ec2:*') });
    await call('PutUserPermissionsBoundary', {
      UserName: 'x',
      PermissionsBoundary: 'arn:aws:iam::123456789012:policy/limit',
    });
    const PolicyDocument = document('Allow', 'sqs:*', {
      StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
    });
    await call('PutUserPolicy', { UserName: 'x', PolicyName: 'here', PolicyDocument });
    const { EvaluationResults } = await call('SimulatePrincipalPolicy', {
      PolicySourceArn: ARN,
      ActionNames: ['s3:GetObject'],
      ResourceArns: ['arn:aws:s3:::a/b', 'arn:aws:s3:::a/c'],
    });
    expect(EvaluationResults).toEqual(
      ['arn:aws:s3:::a/b', 'arn:aws:s3:::a/c'].map((EvalResourceName) => ({
        ...{ EvalActionName: 's3:GetObject', EvalResourceName, EvalDecision: 'implicitDeny' },
        ...{ MatchedStatements: [], MissingContextValues: ['aws:RequestedRegion'] },
        PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: false },
      })),
    );
  });

  test.each([
    ['arn:aws:iam::123456789012:user/nobody-here', 'The user with name nobody-here cannot be found.'],
    [
      'arn:aws:sts::123456789012:assumed-role/a/b',
      'Invalid Entity Arn: arn:aws:sts::123456789012:assumed-role/a/b does not clearly define entity type and name.',
    ],
  ])('refuses %s', async (PolicySourceArn, message) => {
    const { refused } = await open();
    const input = { PolicySourceArn, ActionNames: ['s3:GetObject'] };
    expect((await refused('SimulatePrincipalPolicy', input)).message).toBe(message);
  });

  test('is not for those without the permission', async () => {
    const { callAsNobody } = await open();
    const input = { PolicySourceArn: ARN, ActionNames: ['s3:GetObject'] };
    await expect(callAsNobody('SimulatePrincipalPolicy', input)).rejects.toThrow(
      `not authorized to perform: iam:SimulatePrincipalPolicy on resource: ${ARN}`,
    );
  });
});
