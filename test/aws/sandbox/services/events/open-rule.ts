import {
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { CreateQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { openAccount } from '../open.ts';

export const PLACE = 'ap-northeast-1:123456789012';

export const SHOP = { EventPattern: '{"source":["shop"],"detail":{"price":[{"numeric":[">",100]}]}}' };

/** A policy that lets a service do something with everything of one account. */
export const allowing = (Service: string, Action: string | string[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service }, Action, Resource: '*' }],
  });

export async function openRule(
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
