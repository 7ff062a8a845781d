import {
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { openAccount } from '../open.ts';

// The SDK signs with the machine's time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterAll(() => {
  vi.useRealTimers();
});

const PLACE = 'ap-northeast-1:123456789012';

/** A policy that lets a service do something with everything of one account. */
const allowing = (Service: string, Action: string | string[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service }, Action, Resource: '*' }],
  });

async function openRule(
  rule: { EventPattern?: string; ScheduleExpression?: string },
  policy = allowing('events.amazonaws.com', 'sqs:SendMessage'),
) {
  const account = openAccount('events');
  const { events, sqs } = account.admin;
  const queue = async (QueueName: string, Policy: string) =>
    (await sqs.send(new CreateQueueCommand({ QueueName, Attributes: { Policy } }))).QueueUrl;
  const url = await queue('jobs', policy);
  await events.send(new PutRuleCommand({ Name: 'r', ...rule }));
  const target = (more: Partial<Target> = {}) =>
    events.send(
      new PutTargetsCommand({ Rule: 'r', Targets: [{ Id: 'q', Arn: `arn:aws:sqs:${PLACE}:jobs`, ...more }] }),
    );
  await target();
  const put = (Detail: string, more: object = {}) =>
    events.send(
      new PutEventsCommand({ Entries: [{ Source: 'shop', DetailType: 'order', Detail, ...more }] }),
    );
  const receive = async (QueueUrl = url) => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    return Messages.map(({ Body = '' }) => JSON.parse(Body));
  };
  return { ...account, events, sqs, queue, target, put, receive };
}

const SHOP = { EventPattern: '{"source":["shop"],"detail":{"price":[{"numeric":[">",100]}]}}' };

test('a target of a service that the account does not have is refused in words of the sandbox', async () => {
  const { target } = await openRule(SHOP);
  const Arn = `arn:aws:states:${PLACE}:stateMachine:x`;
  expect(await refusal(target({ Id: 'x', Arn }))).toMatchObject({
    status: 501,
    message: `The Tejun sandbox does not simulate the target ${Arn} of events:PutTargets yet.`,
  });
  expect(await refusal(target({ EcsParameters: { TaskDefinitionArn: 'x' } }))).toMatchObject({ status: 501 });
  const six = '12345'.split('').map((Id) => target({ Id }));
  const refused = await Promise.allSettled(six);
  expect(refused.filter(({ status }) => status === 'rejected')).toHaveLength(1);
});
