import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CreateRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { openStacks } from './stack.ts';

standStill();

const queue = (properties = '{}', more = '') =>
  `Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties: ${properties}\n${more}`;

describe('permissions', () => {
  test('are needed for the stack and for its resources', async () => {
    const stack = openStacks();
    const denied = stack.nobody.cloudformation.send(new DescribeStacksCommand({ StackName: 'shop' }));
    expect(await refusal(denied)).toEqual({
      code: 'AccessDenied',
      message:
        'User: arn:aws:iam::123456789012:user/nobody is not authorized to perform: cloudformation:DescribeStacks on resource: arn:aws:cloudformation:ap-northeast-1:123456789012:stack/shop/* because no identity-based policy allows the cloudformation:DescribeStacks action',
      status: 403,
    });
    const trust = (Service: string) => ({
      RoleName: Service.split('.')[0],
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' }],
      }),
    });
    const { iam } = stack.admin;
    await iam.send(new CreateRoleCommand(trust('cloudformation.amazonaws.com')));
    await iam.send(new CreateRoleCommand(trust('ec2.amazonaws.com')));
    const roleArn = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
    const wrong = stack.create(queue(), { RoleARN: roleArn('ec2') });
    expect((await refusal(wrong)).message).toBe(
      'Role arn:aws:iam::123456789012:role/ec2 is invalid or cannot be assumed',
    );
    const refused = await stack.create(queue(), { RoleARN: roleArn('cloudformation') });
    expect(refused?.StackStatus).toBe('ROLLBACK_COMPLETE');
    expect((await stack.events()).join('\n')).toMatch(
      /assumed-role\/cloudformation\/AWSCloudFormation is not authorized to perform: sqs:createqueue .+HandlerErrorCode: AccessDenied/i,
    );
    await stack.remove();
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: 'cloudformation',
        PolicyName: 'sqs',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }],
        }),
      }),
    );
    const made = await stack.create(queue(), { RoleARN: roleArn('cloudformation') });
    expect(made?.StackStatus).toBe('CREATE_COMPLETE');
  });
});
