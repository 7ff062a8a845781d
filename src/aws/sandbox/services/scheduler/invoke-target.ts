import { isoSeconds } from '../../clock/index.ts';
import { failureOf, newRequestId, type ServiceContext } from '../../operation/index.ts';
import { invokeFunction, publishToTopic, putOnBus, type Sender, sendToQueue } from '../../targets.ts';
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
  const id = newRequestId(random);
  const text =
    Input === undefined
      ? defaultEvent(arn, region, state.account.id, time, id)
      : filled(Input, arn, time, id);
  const as = { kind: 'role', service: 'scheduler.amazonaws.com', roleArn: RoleArn, sessionName: id } as const;
  await failureOf(send(Arn, text, schedule, { call, as }));
}

function send(arn: string, text: string, { settings }: ScheduleRecord, sender: Sender): Promise<unknown> {
  const { SqsParameters, EventBridgeParameters } = settings.Target ?? {};
  const [, , service] = arn.split(':');
  switch (service as TargetService) {
    case 'sqs':
      return sendToQueue(arn, { MessageBody: text, MessageGroupId: SqsParameters?.MessageGroupId }, sender);
    case 'sns':
      return publishToTopic(arn, { Message: text }, sender);
    case 'lambda':
      return invokeFunction(arn, text, sender);
    case 'events': {
      const { Source, DetailType } = EventBridgeParameters ?? {};
      return putOnBus(arn, { Source, DetailType, Detail: text }, sender);
    }
  }
}

/** The event of a target without an input: members in the order in which users of AWS quote them. */
function defaultEvent(arn: string, region: string, account: string, time: Date, id: string): string {
  return JSON.stringify({
    ...{ version: '0', id, 'detail-type': 'Scheduled Event', source: 'aws.scheduler', account },
    ...{ time: isoSeconds(time), region, resources: [arn], detail: '{}' },
  });
}

/** User Guide, "Adding context attributes". */
function filled(text: string, arn: string, time: Date, id: string): string {
  const values: Readonly<Record<string, string>> = {
    'schedule-arn': arn,
    'scheduled-time': isoSeconds(time),
    'execution-id': id,
    'attempt-number': '1',
  };
  return text.replace(/<aws\.scheduler\.([\w-]+)>/g, (whole, name: string) => values[name] ?? whole);
}
