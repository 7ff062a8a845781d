import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { openAccount } from '../open.ts';

export const TOPIC = 'arn:aws:sns:ap-northeast-1:123456789012:orders';

/** A queue's policy that lets a topic send to it. */
export const allow = (topicArn: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: '*',
        Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
      },
    ],
  });

export async function openTopic(attributes: Record<string, string> = {}, policyFor = TOPIC) {
  const account = openAccount('sns');
  const { sns, sqs } = account.admin;
  const fifo = attributes.FifoTopic === 'true' ? '.fifo' : '';
  const { TopicArn = '' } = await sns.send(
    new CreateTopicCommand({ Name: `orders${fifo}`, Attributes: attributes }),
  );
  const queue = async (QueueName: string, more: Record<string, string> = {}) => {
    const Attributes = { Policy: allow(policyFor + fifo), ...more };
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
    const received = async () =>
      (
        await sqs.send(
          new ReceiveMessageCommand({
            QueueUrl,
            MaxNumberOfMessages: 10,
            MessageAttributeNames: ['All'],
            AttributeNames: ['All'],
          }),
        )
      ).Messages ?? [];
    return { received, arn: `arn:aws:sqs:ap-northeast-1:123456789012:${QueueName}` };
  };
  const subscribe = async (Endpoint: string, Attributes: Record<string, string> = {}, Protocol = 'sqs') =>
    (await sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint, Attributes }))).SubscriptionArn;
  return { ...account, sns, sqs, TopicArn, queue, subscribe };
}
