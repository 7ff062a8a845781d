import { openService } from '../open.ts';
import { takeBodies } from '../sqs/take-bodies.ts';

const PLACE = 'ap-northeast-1:123456789012';

export const QUEUE = `arn:aws:sqs:${PLACE}:jobs`;

export const ROLE = 'arn:aws:iam::123456789012:role/schedules';

const QueueUrl = 'https://sqs.ap-northeast-1.amazonaws.com/123456789012/jobs';

/** A queue, and a role by which schedules may send to it and to whatever else `actions` allows. */
export async function openScheduler(actions: readonly string[] = ['sqs:SendMessage']) {
  const account = openService('scheduler');
  const [iam, sqs] = [account.of('iam'), account.of('sqs')];
  const document = (statement: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
  await iam('CreateRole', {
    RoleName: 'schedules',
    AssumeRolePolicyDocument: document({
      Principal: { Service: 'scheduler.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
  });
  const PolicyDocument = document({ Action: actions, Resource: '*' });
  await iam('PutRolePolicy', { RoleName: 'schedules', PolicyName: 'invoke', PolicyDocument });
  await sqs('CreateQueue', { QueueName: 'jobs' });
  const schedule = (expression: string, target: object = {}) => ({
    Name: 'tick',
    ScheduleExpression: expression,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: QUEUE, RoleArn: ROLE, Input: '<aws.scheduler.scheduled-time>', ...target },
  });
  const create = (expression: string, more: object = {}, target: object = {}) =>
    account.call('CreateSchedule', { ...schedule(expression, target), ...more });
  const received = () => takeBodies(sqs, QueueUrl);
  const pass = (minutes: number) => account.clock.elapse(minutes * 60_000);
  return { ...account, iam, schedule, create, received, pass };
}
