import type {
  DeleteAlarmsInput,
  DisableAlarmActionsInput,
  EnableAlarmActionsInput,
  SetAlarmStateInput,
} from '@aws-sdk/client-cloudwatch';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { addHistoryItem } from './alarm-history.ts';
import { alarmsIn } from './alarm-state.ts';
import { changeState } from './change-state.ts';
import * as rules from './cloudwatch-constraints.ts';
import { noSuchAlarm } from './cloudwatch-errors.ts';
import { namedAlarms, onAlarm, requireOthers } from './find-alarm.ts';

export default {
  SetAlarmState: defineOperation<SetAlarmStateInput, object>({
    constraints: {
      AlarmName: rules.alarmName,
      StateValue: rules.stateValue,
      StateReason: rules.stateReason,
      StateReasonData: rules.stateReasonData,
    },
    access: onAlarm('SetAlarmState'),
    handle: async (context) => {
      const { AlarmName = '', StateValue = 'OK', StateReason = '', StateReasonData } = context.input;
      const alarm = alarmsIn(context).alarms.get(AlarmName);
      if (!alarm) throw noSuchAlarm();
      const next = { state: StateValue, reason: StateReason, reasonData: StateReasonData };
      await changeState(alarm, next, context.clock.account(), context);
      return {};
    },
  }),
  EnableAlarmActions: defineOperation<EnableAlarmActionsInput, object>({
    constraints: { AlarmNames: rules.alarmNames },
    access: onAlarm('EnableAlarmActions'),
    handle: (context) => setActionsEnabled(context, 'EnableAlarmActions', true),
  }),
  DisableAlarmActions: defineOperation<DisableAlarmActionsInput, object>({
    constraints: { AlarmNames: rules.alarmNames },
    access: onAlarm('DisableAlarmActions'),
    handle: (context) => setActionsEnabled(context, 'DisableAlarmActions', false),
  }),
  /**
   * "The alarms you specify with correct names are still deleted" (API reference); that the others are told
   * of then is our guess.
   */
  DeleteAlarms: defineOperation<DeleteAlarmsInput, object>({
    constraints: { AlarmNames: rules.alarmNames },
    access: onAlarm('DeleteAlarms'),
    handle: (context) => {
      requireOthers('DeleteAlarms', context);
      const { alarms } = alarmsIn(context);
      const named = namedAlarms(context);
      for (const alarm of named) {
        if (!alarm || !alarms.delete(alarm.name)) continue;
        addHistoryItem(
          alarm,
          'ConfigurationUpdate',
          `Alarm "${alarm.name}" deleted`,
          { type: 'Delete' },
          context,
        );
      }
      if (named.includes(undefined)) throw noSuchAlarm();
      return {};
    },
  }),
};

/** Names of no alarm are passed over: the model has no error for them. */
function setActionsEnabled(
  context: OperationContext<EnableAlarmActionsInput>,
  action: string,
  ActionsEnabled: boolean,
): object {
  requireOthers(action, context);
  for (const alarm of namedAlarms(context)) if (alarm) alarm.settings = { ...alarm.settings, ActionsEnabled };
  return {};
}
