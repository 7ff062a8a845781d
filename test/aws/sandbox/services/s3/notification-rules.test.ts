import { expect, test } from 'vitest';
import {
  readNotificationRules,
  takes,
} from '../../../../../src/aws/sandbox/services/s3/notification-rules.ts';
import { QUEUE, TOPIC, toQueue } from './open-notified.ts';

const read = (configuration: object) => readNotificationRules(configuration, 'ap-northeast-1');
const rule = (Events: string[], filter: Record<string, string> = {}, QueueArn = QUEUE) => ({
  QueueArn,
  Events,
  Filter: { Key: { FilterRules: Object.entries(filter).map(([Name, Value]) => ({ Name, Value })) } },
});

test.each([
  [
    'another filter',
    { QueueConfigurations: [rule(['s3:ObjectCreated:*'], { middle: 'x' })] },
    /must be either prefix/,
  ],
  ['another event', toQueue('s3:ObjectSeen:*'), /^A specified event is not supported/],
  [
    'no ARN',
    { QueueConfigurations: [rule(['s3:ObjectCreated:*'], {}, 'jobs')] },
    /^The ARN could not be parsed$/,
  ],
  [
    "a topic's ARN",
    { QueueConfigurations: [rule(['s3:ObjectCreated:*'], {}, TOPIC)] },
    /^The ARN could not be/,
  ],
  [
    'another Region',
    { QueueConfigurations: [rule(['s3:ObjectCreated:*'], {}, QUEUE.replace('ap-northeast-1', 'us-east-1'))] },
    /service region is not valid/,
  ],
  [
    'a FIFO queue',
    { QueueConfigurations: [rule(['s3:ObjectCreated:*'], {}, `${QUEUE}.fifo`)] },
    /^FIFO queues/,
  ],
  [
    'one event twice',
    { QueueConfigurations: [rule(['s3:ObjectCreated:*']), rule(['s3:ObjectCreated:Put'])] },
    /^Configurations overlap\./,
  ],
  [
    'one object twice',
    {
      QueueConfigurations: [
        rule(['s3:ObjectCreated:*'], { prefix: 'a/', suffix: '.txt' }),
        rule(['s3:ObjectCreated:Put'], { Prefix: 'a/b/' }),
      ],
    },
    /^Configuration is ambiguously defined\./,
  ],
])('%s is refused', (_, configuration, message) => {
  expect(() => read(configuration)).toThrow(message);
});

test('rules that share no object, or no event, stand beside each other', () => {
  const rules = read({
    QueueConfigurations: [
      rule(['s3:ObjectCreated:*'], { prefix: 'a/', suffix: '.txt' }),
      rule(['s3:ObjectCreated:*'], { prefix: 'a/', suffix: '.png' }),
      rule(['s3:ObjectCreated:*'], { prefix: 'b/' }),
      rule(['s3:ObjectRemoved:*']),
    ],
  });
  const taking = (event: string, key: string) => rules.map((one) => takes(one, event, key)).indexOf(true);
  expect(taking('s3:ObjectCreated:Put', 'a/1.txt')).toBe(0);
  expect(taking('s3:ObjectCreated:Copy', 'a/1.png')).toBe(1);
  expect(taking('s3:ObjectCreated:Put', 'b/')).toBe(2);
  expect(taking('s3:ObjectCreated:Put', 'c')).toBe(-1);
  expect(taking('s3:ObjectRemoved:Delete', 'c')).toBe(3);
});
