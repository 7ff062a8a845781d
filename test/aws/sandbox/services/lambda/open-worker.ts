import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { AttachRolePolicyCommand, CreateRoleCommand } from '@aws-sdk/client-iam';
import {
  CreateEventSourceMappingCommand,
  type CreateEventSourceMappingCommandInput,
  CreateFunctionCommand,
} from '@aws-sdk/client-lambda';
import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { zipSync } from 'fflate';
import { openAccount } from '../open.ts';

export const PLACE = 'ap-northeast-1:123456789012';

export const QUEUE = `arn:aws:sqs:${PLACE}:jobs`;

export const POLICY = 'arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole';

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

const CODE = `export const handler = async (event) => {
  console.log(JSON.stringify(event));
  const bad = (event.Records ?? []).filter(({ body, dynamodb }) => body === 'bad' || dynamodb?.Keys.id.S === 'bad');
  if (bad.length > 0 && !process.env.REPORTS) throw new Error('bad message');
  return { batchItemFailures: bad.map(({ messageId, dynamodb }) => ({ itemIdentifier: messageId ?? dynamodb.SequenceNumber })) };
};`;

/** A function that logs its events, and a queue. */
export async function openWorker({ policy = true, policyArn = POLICY, variables = {} } = {}) {
  const account = openAccount('event sources');
  const { iam, lambda, logs, sqs } = account.admin;
  await iam.send(new CreateRoleCommand({ RoleName: 'worker', AssumeRolePolicyDocument: TRUST }));
  if (policy) await iam.send(new AttachRolePolicyCommand({ RoleName: 'worker', PolicyArn: policyArn }));
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: 'worker',
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::123456789012:role/worker',
      Code: { ZipFile: zipSync({ 'index.mjs': new TextEncoder().encode(CODE) }) },
      Environment: { Variables: variables },
    }),
  );
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'jobs' }));
  const pass = (seconds: number) => account.clock.elapse(seconds * 1000);
  await pass(5);
  const map = (more: Partial<CreateEventSourceMappingCommandInput> = {}) =>
    lambda.send(
      new CreateEventSourceMappingCommand({ EventSourceArn: QUEUE, FunctionName: 'worker', ...more }),
    );
  const send = (MessageBody: string) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  /** The events that the function has logged. */
  const seen = async () => {
    const { events = [] } = await logs.send(
      new FilterLogEventsCommand({ logGroupName: '/aws/lambda/worker', filterPattern: 'INFO' }),
    );
    return events.map(({ message = '' }) => JSON.parse(message.slice(message.indexOf('{'))));
  };
  const left = async () => {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    const { ApproximateNumberOfMessages: visible, ApproximateNumberOfMessagesNotVisible: hidden } =
      Attributes ?? {};
    return { visible: Number(visible), hidden: Number(hidden) };
  };
  return { ...account, ...account.admin, pass, map, send, seen, left };
}
