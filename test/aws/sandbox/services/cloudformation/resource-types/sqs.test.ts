import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { standStill } from '../../time.ts';
import { openStacks } from '../stack.ts';

standStill();

const queues = (timeout: number, sid: string) => `
Resources:
  Dead: { Type: AWS::SQS::Queue }
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: ${timeout}
      RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 }
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - { Sid: ${sid}, Effect: Allow, Principal: "*", Action: "sqs:SendMessage", Resource: !GetAtt Queue.Arn }
Outputs:
  Name: { Value: !GetAtt Queue.QueueName }
`;

test('a queue has its attributes and its policy; a change keeps the queue', async () => {
  const stack = openStacks();
  const made = await stack.create(queues(30, 'first'));
  const QueueUrl = await stack.physical('Queue');
  const name = made?.Outputs?.[0]?.OutputValue ?? '';
  expect(QueueUrl).toBe(`https://sqs.ap-northeast-1.amazonaws.com/123456789012/${name}`);
  const attributes = async () => {
    const { Attributes = {} } = await stack.admin.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    return {
      timeout: Attributes.VisibilityTimeout,
      redrive: JSON.parse(Attributes.RedrivePolicy ?? '{}').maxReceiveCount,
      sid: JSON.parse(Attributes.Policy ?? '{}').Statement?.[0].Sid,
    };
  };
  expect(await attributes()).toEqual({ timeout: '30', redrive: 3, sid: 'first' });
  await stack.update(queues(60, 'second'));
  expect(await stack.physical('Queue')).toBe(QueueUrl);
  expect(await attributes()).toEqual({ timeout: '60', redrive: 3, sid: 'second' });
});

test('a FIFO queue has a name that says so; to become one needs another queue', async () => {
  const stack = openStacks();
  const queue = (properties: string) =>
    `Resources: { Queue: { Type: AWS::SQS::Queue, Properties: ${properties} } }`;
  await stack.create(queue('{ VisibilityTimeout: 5 }'));
  const before = await stack.physical('Queue');
  expect((await stack.update(queue('{ FifoQueue: true }')))?.StackStatus).toBe('UPDATE_COMPLETE');
  const after = await stack.physical('Queue');
  expect(after).not.toBe(before);
  expect(after).toMatch(/\.fifo$/);
});
