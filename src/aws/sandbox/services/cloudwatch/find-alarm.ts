import { type ConditionValues, resourceTagConditions } from '../../authorization/index.ts';
import type { OperationContext, ResourceScope } from '../../operation/index.ts';
import { type AlarmRecord, alarmArnOf, alarmsIn } from './alarm-state.ts';

interface Named {
  readonly AlarmName?: string | undefined;
  readonly AlarmNames?: readonly string[] | undefined;
}

/** The alarms that an input names; undefined for one that is not there. */
export function namedAlarms(context: OperationContext<Named>): (AlarmRecord | undefined)[] {
  const { alarms } = alarmsIn(context);
  return (context.input.AlarmNames ?? []).map((name) => alarms.get(name));
}

/** An action on the alarm that the input names first; `requireOthers` asks for the rest. */
export const onAlarm = (action: string) => ({
  action: `cloudwatch:${action}`,
  namesResource: true,
  resource: (context: OperationContext<Named>) => alarmArnOf(context, firstName(context.input)),
  conditions: (context: OperationContext<Named>) => tagConditions(context, firstName(context.input)),
});

/** Asks for an action on the other alarms that an input names. Throws a ServiceError. */
export function requireOthers(action: string, context: OperationContext<Named>): void {
  for (const name of context.input.AlarmNames?.slice(1) ?? [])
    context.require({
      action: `cloudwatch:${action}`,
      namesResource: true,
      resource: alarmArnOf(context, name),
      conditions: tagConditions(context, name),
    });
}

/** A list of alarms, which AWS judges by the ARN of them all. */
export const onAlarms = (action: string) => ({
  action: `cloudwatch:${action}`,
  namesResource: true,
  resource: (context: OperationContext<unknown>) => alarmArnOf(context, '*'),
});

export function tagConditions(place: Pick<ResourceScope, 'state' | 'region'>, name: string): ConditionValues {
  const tags = alarmsIn(place).alarms.get(name)?.tags ?? [];
  return resourceTagConditions([...tags].map(([key, value]) => ({ key, value })));
}

const firstName = ({ AlarmName, AlarmNames }: Named): string => AlarmName ?? AlarmNames?.[0] ?? '';
