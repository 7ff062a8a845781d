import { describe, expect, test } from 'vitest';
import { allowing } from '../events/open-rule.ts';
import { zipOf } from '../lambda/open-function.ts';
import { standStill } from '../time.ts';
import { openScheduler, QUEUE } from './open-scheduler.ts';

standStill();

const PLACE = 'ap-northeast-1:123456789012';

describe('a schedule', () => {
  test('tells a target without an input what it is', async () => {
    const { create, received } = await openScheduler();
    await create('rate(5 minutes)', {}, { Input: undefined });
    const [text = ''] = await received();
    expect(JSON.parse(text)).toEqual({
      version: '0',
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: '123456789012',
      time: expect.stringMatching(/Z$/),
      region: 'ap-northeast-1',
      resources: [`arn:aws:scheduler:${PLACE}:schedule/default/tick`],
      detail: '{}',
    });
  });

  test('fills in what an input asks for, and nothing else', async () => {
    const { create, received } = await openScheduler();
    await create('rate(5 minutes)', {}, { Input: '<aws.scheduler.schedule-arn> <aws.scheduler.other>' });
    expect(await received()).toEqual([
      `arn:aws:scheduler:${PLACE}:schedule/default/tick <aws.scheduler.other>`,
    ]);
  });

  test('publishes to a topic, which sends mail', async () => {
    const { create, of, sandbox } = await openScheduler(['sns:Publish']);
    const sns = of('sns');
    const { TopicArn } = await sns('CreateTopic', { Name: 'news' });
    await sns('Subscribe', { TopicArn, Protocol: 'email', Endpoint: 'me@example.com' });
    const [question] = sandbox.mails();
    const [, Token] = /Token=([\da-f]+)/.exec(question?.body ?? '') ?? [];
    await sns('ConfirmSubscription', { TopicArn, Token });
    await create('rate(5 minutes)', {}, { Arn: TopicArn, Input: 'good morning' });
    await sns('ListTopics');
    expect(sandbox.mails().at(-1)?.body).toContain('good morning');
  });

  test('puts events onto a bus', async () => {
    const { create, of, received } = await openScheduler(['events:PutEvents']);
    const events = of('events');
    await events('PutRule', { Name: 'r', EventPattern: '{"source":["shop"]}' });
    await events('PutTargets', { Rule: 'r', Targets: [{ Id: 'q', Arn: QUEUE, InputPath: '$.detail' }] });
    await of('sqs')('SetQueueAttributes', {
      QueueUrl: 'https://sqs.ap-northeast-1.amazonaws.com/123456789012/jobs',
      Attributes: { Policy: allowing('events.amazonaws.com', 'sqs:SendMessage') },
    });
    const EventBridgeParameters = { Source: 'shop', DetailType: 'day' };
    const Arn = `arn:aws:events:${PLACE}:event-bus/default`;
    await create('rate(5 minutes)', {}, { Arn, Input: '{"n":1}', EventBridgeParameters });
    expect(await received()).toEqual(['{"n":1}']);
  });

  test('runs a function, as its role may', async () => {
    const { create, of, iam, pass } = await openScheduler(['lambda:InvokeFunction', 'logs:*']);
    const trust = {
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    };
    await iam('CreateRole', {
      RoleName: 'run',
      AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
    });
    const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    await iam('AttachRolePolicy', { RoleName: 'run', PolicyArn });
    const { FunctionArn } = await of('lambda')('CreateFunction', {
      ...{ FunctionName: 'f', Runtime: 'nodejs22.x', Handler: 'index.handler' },
      ...{ Role: 'arn:aws:iam::123456789012:role/run', Code: { ZipFile: zipOf(1) } },
    });
    await pass(1);
    await create('rate(5 minutes)', {}, { Arn: FunctionArn, Input: '{}' });
    const { logStreams } = await of('logs')('DescribeLogStreams', { logGroupName: '/aws/lambda/f' });
    expect(logStreams).toHaveLength(1);
  });

  test('does nothing where its role may not', async () => {
    const { create, received } = await openScheduler(['sns:Publish']);
    await create('rate(5 minutes)');
    expect(await received()).toEqual([]);
  });
});
