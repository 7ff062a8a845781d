import { openService } from '../open.ts';
import { takeBodies } from '../sqs/take-bodies.ts';

const PLACE = 'ap-northeast-1:123456789012';
const QueueUrl = 'https://sqs.ap-northeast-1.amazonaws.com/123456789012/jobs';

export const QUEUE = `arn:aws:sqs:${PLACE}:jobs`;
export const TOPIC = `arn:aws:sns:${PLACE}:alerts`;
export const alarmArn = (name: string): string => `arn:aws:cloudwatch:${PLACE}:alarm:${name}`;

/** An alarm of the sum of a minute's orders. */
export const BUSY = {
  ...{ AlarmName: 'busy', Namespace: 'Shop', MetricName: 'Orders', Statistic: 'Sum', Period: 60 },
  ...{ EvaluationPeriods: 1, Threshold: 4, ComparisonOperator: 'GreaterThanThreshold' },
};

/** An account with a metric that can be put, and alarms by their names. */
export function openCloudWatch() {
  const account = openService('cloudwatch');
  const put = (...values: number[]) =>
    account.call('PutMetricData', {
      Namespace: 'Shop',
      MetricData: values.map((Value) => ({ MetricName: 'Orders', Value })),
    });
  const alarm = async (name = 'busy') =>
    (await account.call('DescribeAlarms', { AlarmNames: [name] })).MetricAlarms[0];
  const pass = (minutes: number) => account.clock.elapse(minutes * 60_000);
  return { ...account, put, alarm, pass };
}

/** A topic whose messages go to a queue as they are. */
export async function openAlerts() {
  const account = openCloudWatch();
  const [sns, sqs] = [account.of('sns'), account.of('sqs')];
  await sns('CreateTopic', { Name: 'alerts' });
  const Statement = [{ Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: '*' }];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await sqs('CreateQueue', { QueueName: 'jobs', Attributes: { Policy } });
  await sns('Subscribe', {
    ...{ TopicArn: TOPIC, Protocol: 'sqs', Endpoint: QUEUE },
    Attributes: { RawMessageDelivery: 'true' },
  });
  const bodies = () => takeBodies(sqs, QueueUrl);
  const received = async () => (await bodies()).map((text) => JSON.parse(text));
  return { ...account, sns, sqs, bodies, received };
}
