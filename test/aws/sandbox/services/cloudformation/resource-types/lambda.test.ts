import { GetFunctionConfigurationCommand, GetPolicyCommand, InvokeCommand } from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const program = (text: string, timeout: number) => `
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Timeout: ${timeout}
      Code: { ZipFile: "exports.handler = async () => '${text}';" }
  Permission:
    Type: AWS::Lambda::Permission
    Properties: { Action: lambda:InvokeFunction, FunctionName: !Ref Function, Principal: events.amazonaws.com }
`;
const ALLOWED = { Capabilities: ['CAPABILITY_IAM' as const] };

test('a function runs the code of the template, and lets in whom it names', async () => {
  const stack = openStacks();
  const { lambda } = stack.admin;
  await stack.create(program('first', 10), ALLOWED);
  const FunctionName = await stack.physical('Function');
  const seen = async () => [
    JSON.parse(new TextDecoder().decode((await lambda.send(new InvokeCommand({ FunctionName }))).Payload)),
    (await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))).Timeout,
  ];
  expect(await seen()).toEqual(['first', 10]);
  const { Policy = '{}' } = await lambda.send(new GetPolicyCommand({ FunctionName }));
  expect(JSON.parse(Policy).Statement).toMatchObject([{ Principal: { Service: 'events.amazonaws.com' } }]);
  await stack.update(program('second', 20), ALLOWED);
  expect(await seen()).toEqual(['second', 20]);
});
