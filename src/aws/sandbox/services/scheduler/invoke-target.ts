import { failureOf, newRequestId, type ServiceCall, type ServiceContext } from '../../operation/index.ts';
import type { ScheduleRecord } from './scheduler-state.ts';

const SERVICES = ['sqs', 'sns', 'lambda', 'events'] as const;
type TargetService = (typeof SERVICES)[number];

/** Tells whether the account invokes a target. */
export function isScheduleTarget(arn: string): boolean {
  const [, , service, region] = arn.split(':');
  return SERVICES.some((one) => one === service) && region !== '';
}

/** Invokes the target of a schedule as its role; what is refused is lost. */
export async function invokeTarget(
  schedule: ScheduleRecord,
  time: Date,
  { call, state, random }: Pick<ServiceContext, 'call' | 'state' | 'random'>,
): Promise<void> {
  const { settings, arn, region } = schedule;
  const { Arn = '', RoleArn = '', Input } = settings.Target ?? {};
  const [, , service, targetRegion = ''] = Arn.split(':');
  const id = newRequestId(random);
  const text =
    Input === undefined
      ? defaultEvent(arn, region, state.account.id, time, id)
      : filled(Input, arn, time, id);
  const [operation, input] = requestFor(service as TargetService, Arn, text, schedule);
  const as = { kind: 'role', service: 'scheduler.amazonaws.com', roleArn: RoleArn, sessionName: id } as const;
  await failureOf(call({ service: service as TargetService, operation, region: targetRegion, as, input }));
}

function requestFor(
  service: TargetService,
  arn: string,
  text: string,
  { settings }: ScheduleRecord,
): [operation: string, input: ServiceCall['input']] {
  const { SqsParameters, EventBridgeParameters } = settings.Target ?? {};
  const [, , , region, account, name] = arn.split(':');
  switch (service) {
    case 'sqs': {
      const QueueUrl = `https://sqs.${region}.amazonaws.com/${account}/${name}`;
      const MessageGroupId = SqsParameters?.MessageGroupId;
      return ['SendMessage', { QueueUrl, MessageBody: text, MessageGroupId }];
    }
    case 'sns':
      return ['Publish', { TopicArn: arn, Message: text }];
    case 'lambda': {
      const Payload = new TextEncoder().encode(text);
      return ['Invoke', { FunctionName: arn, InvocationType: 'Event', Payload }];
    }
    case 'events': {
      const { Source, DetailType } = EventBridgeParameters ?? {};
      return ['PutEvents', { Entries: [{ EventBusName: arn, Source, DetailType, Detail: text }] }];
    }
  }
}

/** The event of a target without an input: members in the order in which users of AWS quote them. */
function defaultEvent(arn: string, region: string, account: string, time: Date, id: string): string {
  return JSON.stringify({
    ...{ version: '0', id, 'detail-type': 'Scheduled Event', source: 'aws.scheduler', account },
    ...{ time: seconds(time), region, resources: [arn], detail: '{}' },
  });
}

/** User Guide, "Adding context attributes". */
function filled(text: string, arn: string, time: Date, id: string): string {
  const values: Readonly<Record<string, string>> = {
    'schedule-arn': arn,
    'scheduled-time': seconds(time),
    'execution-id': id,
    'attempt-number': '1',
  };
  return text.replace(/<aws\.scheduler\.([\w-]+)>/g, (whole, name: string) => values[name] ?? whole);
}

const seconds = (date: Date): string => date.toISOString().replace(/\.\d+/, '');
