import { REGIONS } from '../../catalogue/aws-regions.ts';
import { failureOf, newRequestId, type ServiceContext, type ServiceError } from '../../operation/index.ts';
import { invokeFunction, publishToTopic } from '../../targets.ts';
import { addHistoryItem } from './alarm-history.ts';
import { type AlarmStatus, notificationOf, stateChange } from './alarm-messages.ts';
import type { AlarmRecord } from './alarm-state.ts';
import { asWritten } from './decimal.ts';
import { isoTime } from './times.ts';

type Context = Pick<ServiceContext, 'state' | 'clock' | 'random' | 'call' | 'publish'>;
type Change = ReturnType<typeof stateChange>;

/**
 * Gives an alarm a state. Where it is another than before, EventBridge is told and the alarm's actions for it
 * are taken.
 */
export async function changeState(alarm: AlarmRecord, next: AlarmStatus, time: Date, context: Context) {
  const { state, reason, reasonData, updated } = alarm;
  const old = { state, reason, reasonData, updated };
  Object.assign(alarm, { reasonData: undefined, ...next, updated: time });
  if (old.state === next.state) return;
  alarm.transitioned = time;
  const data = { oldState: toHistory(old), newState: toHistory(next) };
  addHistoryItem(
    alarm,
    'StateUpdate',
    `Alarm updated from ${old.state} to ${next.state}`,
    data,
    context,
    time,
  );
  const change = stateChange(alarm, old, newRequestId(context.random));
  context.publish({
    ...{ source: 'aws.cloudwatch', detailType: 'CloudWatch Alarm State Change' },
    ...{ resources: [alarm.arn], region: alarm.region, detail: change },
  });
  if (alarm.settings.ActionsEnabled === false) return;
  for (const arn of actionsFor(alarm)) {
    const failure = await failureOf(take(arn, alarm, old, change, context));
    rememberAction(arn, alarm, failure, context, time);
  }
}

function rememberAction(
  arn: string,
  alarm: AlarmRecord,
  failure: ServiceError | undefined,
  context: Context,
  time: Date,
): void {
  const summary = `${failure ? 'Failed to execute' : 'Successfully executed'} action ${arn}`;
  const outcome = {
    actionState: failure ? 'Failed' : 'Succeeded',
    notificationResource: arn,
    ...(failure && { error: errorOf(failure, arn, alarm) }),
  };
  addHistoryItem(alarm, 'Action', summary, outcome, context, time);
}

/**
 * The text for a topic whose policy does not allow it is AWS's (re:Post, "Why didn't I receive an SNS
 * notification for my CloudWatch alarm trigger?"); else it is the target's own.
 */
function errorOf({ status, message }: ServiceError, arn: string, alarm: AlarmRecord): string {
  if (status !== 403 || serviceOf(arn) !== 'sns') return message;
  return `Resource: ${alarm.arn} is not authorized to perform: SNS:Publish on resource: ${arn}`;
}

/** Data of SetAlarmState is whatever its caller gave. */
const toHistory = ({ state, reason, reasonData }: AlarmStatus) => ({
  stateValue: state,
  stateReason: reason,
  ...(reasonData !== undefined && { stateReasonData: asWritten(reasonData) }),
});

function actionsFor({ state, settings }: AlarmRecord): readonly string[] {
  if (state === 'ALARM') return settings.AlarmActions ?? [];
  return (state === 'OK' ? settings.OKActions : settings.InsufficientDataActions) ?? [];
}

/**
 * Characters that a topic takes in no subject, nor more than 100 of the others. What AWS makes of them is not
 * known.
 */
const NOT_IN_SUBJECTS = /[^ -~]/g;

const serviceOf = (arn: string): string | undefined => arn.split(':')[2];

function take(arn: string, alarm: AlarmRecord, old: AlarmStatus, change: Change, context: Context) {
  const { call, state } = context;
  const accountId = state.account.id;
  const as = (name: string) => ({ kind: 'service', name, sourceArn: alarm.arn }) as const;
  if (serviceOf(arn) === 'lambda') {
    const event = {
      ...{ source: 'aws.cloudwatch', alarmArn: alarm.arn, accountId, time: isoTime(alarm.updated) },
      ...{ region: alarm.region, alarmData: change },
    };
    const sender = { call, as: as('lambda.alarms.cloudwatch.amazonaws.com') };
    return invokeFunction(arn, JSON.stringify(event), sender);
  }
  const regionName = REGIONS.find(({ name }) => name === alarm.region)?.longName ?? alarm.region;
  const Subject = `${alarm.state}: "${alarm.name}" in ${regionName}`
    .replace(NOT_IN_SUBJECTS, '?')
    .slice(0, 100);
  const Message = notificationOf(alarm, old, { regionName, accountId });
  return publishToTopic(arn, { Subject, Message }, { call, as: as('cloudwatch.amazonaws.com') });
}
