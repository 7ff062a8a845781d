import { describe, expect, test } from 'vitest';
import { allowing } from '../events/open-rule.ts';
import { zipOf } from '../lambda/open-function.ts';
import { standStill } from '../time.ts';
import { Bucket, openNotified, QUEUE, TOPIC, toQueue } from './open-notified.ts';

standStill();

const FUNCTION = 'arn:aws:lambda:ap-northeast-1:123456789012:function:f';
const CREATED = ['s3:ObjectCreated:*'];

const elementsOf = async (call: Promise<unknown>) => {
  const error = (await call.then(
    () => ({}),
    (refused) => refused,
  )) as Record<string, string>;
  return { code: error.Code, message: error.message, name: error.ArgumentName1, value: error.ArgumentValue1 };
};
const UNABLE = {
  code: 'InvalidArgument',
  message: 'Unable to validate the following destination configurations',
};

describe('a target that S3 may not reach is refused with its reason:', () => {
  test('a queue without a policy, and one that is not there', async () => {
    const { configure } = await openNotified('');
    expect(await elementsOf(configure(toQueue(...CREATED)))).toEqual({
      ...{ ...UNABLE, name: QUEUE },
      value: 'Permissions on the destination queue do not allow S3 to publish notifications from this bucket',
    });
    const none = { QueueConfigurations: [{ QueueArn: `${QUEUE}-none`, Events: CREATED }] };
    expect(await elementsOf(configure(none))).toMatchObject({
      value: 'The destination queue does not exist',
    });
    await configure(none, { SkipDestinationValidation: true });
  });

  test('a queue whose policy names another bucket', async () => {
    const policy = JSON.parse(allowing('s3.amazonaws.com', 'sqs:SendMessage'));
    policy.Statement[0].Condition = { ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::other' } };
    const { configure } = await openNotified(JSON.stringify(policy));
    expect(await elementsOf(configure(toQueue(...CREATED)))).toMatchObject(UNABLE);
  });

  test('a topic of the account only', async () => {
    const { configure, of } = await openNotified();
    const toTopic = { TopicConfigurations: [{ TopicArn: TOPIC, Events: CREATED }] };
    expect(await elementsOf(configure(toTopic))).toMatchObject({
      value: 'The destination topic does not exist',
    });
    await of('sns')('CreateTopic', { Name: 'news' });
    expect(await elementsOf(configure(toTopic))).toMatchObject({
      value: 'Permissions on the destination topic do not allow S3 to publish notifications from this bucket',
    });
  });

  test('a function without a permission; with it, it is run with the records', async () => {
    const { configure, of, put, clock, call } = await openNotified();
    const lambda = of('lambda');
    const toFunction = { LambdaFunctionConfigurations: [{ LambdaFunctionArn: FUNCTION, Events: CREATED }] };
    expect(await elementsOf(configure(toFunction))).toMatchObject({
      value: 'The destination Lambda does not exist',
    });
    const trust = {
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    };
    const { Role } = await of('iam')('CreateRole', {
      RoleName: 'run',
      AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
    });
    await of('iam')('AttachRolePolicy', {
      RoleName: 'run',
      PolicyArn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    });
    await lambda('CreateFunction', {
      ...{ FunctionName: 'f', Runtime: 'nodejs22.x', Handler: 'index.handler', Role: Role.Arn },
      Code: { ZipFile: zipOf(1) },
    });
    clock.elapse(60_000);
    expect(await elementsOf(configure(toFunction))).toMatchObject({
      value: `Not authorized to invoke function [${FUNCTION}]`,
    });
    await lambda('AddPermission', {
      ...{ FunctionName: 'f', StatementId: 's3', Action: 'lambda:InvokeFunction' },
      ...{ Principal: 's3.amazonaws.com', SourceArn: `arn:aws:s3:::${Bucket}` },
    });
    await configure(toFunction);
    await put('a');
    const { logStreams } = await of('logs')('DescribeLogStreams', { logGroupName: '/aws/lambda/f' });
    expect(logStreams).toHaveLength(1);
    await call('DeleteObject', { Bucket, Key: 'a' });
  });
});
