import { expect, test } from 'vitest';
import type { ServiceCall } from '../../../src/aws/sandbox/operation/index.ts';
import {
  invokeFunction,
  publishToTopic,
  putOnBus,
  type Sender,
  sendToQueue,
} from '../../../src/aws/sandbox/targets.ts';

const as = { kind: 'service', name: 's3.amazonaws.com', sourceArn: 'arn:aws:s3:::b' } as const;
const arnOf = (service: string, name: string) => `arn:aws:${service}:eu-west-1:123456789012:${name}`;

test.each<[string, (sender: Sender) => Promise<object>, Partial<ServiceCall>]>([
  [
    'a queue',
    (sender) => sendToQueue(arnOf('sqs', 'q'), { MessageBody: 'a' }, sender),
    {
      service: 'sqs',
      operation: 'SendMessage',
      input: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q', MessageBody: 'a' },
    },
  ],
  [
    'a topic',
    (sender) => publishToTopic(arnOf('sns', 't'), { Message: 'a' }, sender),
    { service: 'sns', operation: 'Publish', input: { TopicArn: arnOf('sns', 't'), Message: 'a' } },
  ],
  [
    'a function',
    (sender) => invokeFunction(arnOf('lambda', 'function:f'), 'é', sender),
    {
      service: 'lambda',
      operation: 'Invoke',
      input: {
        FunctionName: arnOf('lambda', 'function:f'),
        InvocationType: 'Event',
        Payload: Uint8Array.of(0xc3, 0xa9),
      },
    },
  ],
  [
    'a bus',
    (sender) => putOnBus(arnOf('events', 'event-bus/b'), { Detail: '{}' }, sender),
    {
      service: 'events',
      operation: 'PutEvents',
      input: { Entries: [{ Detail: '{}', EventBusName: arnOf('events', 'event-bus/b') }] },
    },
  ],
])('%s is called in its own Region, as the sender', async (_, send, expected) => {
  const calls: ServiceCall[] = [];
  const call = async (one: ServiceCall) => {
    calls.push(one);
    return { taken: true };
  };
  expect(await send({ call, as })).toEqual({ taken: true });
  expect(calls).toEqual([{ ...expected, region: 'eu-west-1', as }]);
});
