import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { addHistoryItem } from './alarm-history.ts';
import { type AlarmRecord, alarmArnOf, alarmsIn } from './alarm-state.ts';
import { checkAlarm } from './check-alarm.ts';
import * as rules from './cloudwatch-constraints.ts';
import { onAlarm, tagConditions } from './find-alarm.ts';

export default {
  PutMetricAlarm: defineOperation<PutMetricAlarmInput, object>({
    constraints: rules.alarmConstraints,
    reads: ['ActionsEnabled', 'Threshold'],
    access: { ...onAlarm('PutMetricAlarm'), conditions: conditionsOf },
    handle: (context) => {
      const { AlarmName = '', Tags = [] } = context.input;
      checkAlarm(context.input);
      // "You must be signed on with both" permissions to tag an alarm as it is created (API reference).
      if (Tags.length > 0 && !alarmsIn(context).alarms.has(AlarmName))
        context.require({
          ...{ action: 'cloudwatch:TagResource', namesResource: true },
          resource: alarmArnOf(context, AlarmName),
          conditions: conditionsOf(context),
        });
      putAlarm(context);
      return {};
    },
  }),
};

/** Condition keys of Service Authorization Reference, "Amazon CloudWatch". */
function conditionsOf(context: OperationContext<PutMetricAlarmInput>) {
  const { AlarmName = '', AlarmActions, Tags } = context.input;
  return {
    ...tagConditions(context, AlarmName),
    ...requestTagConditions(Tags),
    'cloudwatch:AlarmActions': AlarmActions,
  };
}

/** Makes an alarm, or changes one, which keeps its state and its tags. */
function putAlarm(context: OperationContext<PutMetricAlarmInput>): void {
  const { Tags = [], ...given } = context.input;
  const settings: PutMetricAlarmInput = { ActionsEnabled: true, ...given };
  const { AlarmName: name = '' } = settings;
  const { alarms } = alarmsIn(context);
  const now = context.clock.account();
  const known = alarms.get(name);
  const alarm: AlarmRecord = known ?? {
    ...{ name, arn: alarmArnOf(context, name), region: context.region, settings, configured: now },
    ...{ state: 'INSUFFICIENT_DATA', reason: 'Unchecked: Initial alarm creation' },
    ...{ updated: now, transitioned: now, evaluatedUntil: now.getTime() },
    tags: new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
  };
  Object.assign(alarm, { settings, configured: now });
  alarms.set(name, alarm);
  const [done, type] = known ? ['updated', 'Update'] : ['created', 'Create'];
  addHistoryItem(alarm, 'ConfigurationUpdate', `Alarm "${name}" ${done}`, { type }, context);
}
