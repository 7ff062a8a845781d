import { allowing } from '../events/open-rule.ts';
import { openService } from '../open.ts';
import { takeBodies } from '../sqs/take-bodies.ts';

export const Bucket = 'shop-orders';

const PLACE = 'ap-northeast-1:123456789012';

export const QUEUE = `arn:aws:sqs:${PLACE}:jobs`;

export const TOPIC = `arn:aws:sns:${PLACE}:news`;

export const QueueUrl = 'https://sqs.ap-northeast-1.amazonaws.com/123456789012/jobs';

/** A bucket, and a queue that S3 may send to unless another policy is given. */
export async function openNotified(
  Policy: string | undefined = allowing('s3.amazonaws.com', 'sqs:SendMessage'),
) {
  const account = openService('s3');
  const sqs = account.of('sqs');
  await account.call('CreateBucket', {
    Bucket,
    CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' },
  });
  await sqs('CreateQueue', { QueueName: 'jobs', Attributes: Policy === '' ? {} : { Policy } });
  const configure = (NotificationConfiguration: object, more: object = {}) =>
    account.call('PutBucketNotificationConfiguration', { Bucket, NotificationConfiguration, ...more });
  // biome-ignore lint/suspicious/noExplicitAny: a test knows the members that it reads.
  const received = async (): Promise<Record<string, any>[]> =>
    (await takeBodies(sqs, QueueUrl)).map((body) => JSON.parse(body));
  /** Names and keys of the events in them. */
  const told = async () =>
    (await received()).flatMap(({ Records = [] }) =>
      Records.map((record: Record<string, { object: { key: string } }>) => [
        record.eventName,
        record.s3?.object.key,
      ]),
    );
  const put = (Key: string, more: object = {}) =>
    account.call('PutObject', { Bucket, Key, Body: 'order', ...more });
  return { ...account, sqs, configure, received, told, put };
}

/** A rule for the queue. */
export const toQueue = (...Events: string[]) => ({ QueueConfigurations: [{ QueueArn: QUEUE, Events }] });
