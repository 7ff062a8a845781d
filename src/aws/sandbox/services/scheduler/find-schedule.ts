import { resourceTagConditions } from '../../authorization/index.ts';
import type { OperationContext, ResourceScope } from '../../operation/index.ts';
import { noSuchGroup, noSuchSchedule } from './scheduler-errors.ts';
import {
  DEFAULT_GROUP,
  groupArnOf,
  groupsIn,
  type ScheduleGroup,
  type ScheduleRecord,
  scheduleArnOf,
} from './scheduler-state.ts';

interface Named {
  readonly Name?: string | undefined;
  readonly GroupName?: string | undefined;
}

/** Throws ResourceNotFoundException. */
export function findGroup(place: ResourceScope, name: string = DEFAULT_GROUP): ScheduleGroup {
  const group = groupsIn(place).get(name);
  if (!group) throw noSuchGroup(name);
  return group;
}

/** Throws ResourceNotFoundException. */
export function findSchedule(context: OperationContext<Named>): ScheduleRecord {
  const { Name = '', GroupName } = context.input;
  const schedule = findGroup(context, GroupName).schedules.get(Name);
  if (!schedule) throw noSuchSchedule(Name);
  return schedule;
}

/** An action on the schedule that the input names. */
export const onSchedule = (action: string) => ({
  action: `scheduler:${action}`,
  namesResource: true,
  resource: (context: OperationContext<Named>) => {
    const { Name = '', GroupName = DEFAULT_GROUP } = context.input;
    return scheduleArnOf(context, GroupName, Name);
  },
  conditions: (context: OperationContext<Named>) => tagConditions(context, context.input.GroupName),
});

/** An action on the group that the input names. */
export const onGroup = (action: string) => ({
  action: `scheduler:${action}`,
  namesResource: true,
  resource: (context: OperationContext<Named>) => groupArnOf(context, context.input.Name ?? ''),
  conditions: (context: OperationContext<Named>) => tagConditions(context, context.input.Name),
});

/** Tags are a group's: those of its schedules are the same. */
export function tagConditions(place: ResourceScope, group: string = DEFAULT_GROUP) {
  const tags = groupsIn(place).get(group)?.tags ?? [];
  return resourceTagConditions([...tags].map(([key, value]) => ({ key, value })));
}

/** A list that knows no resource. */
export const onList = (action: string) => ({
  action: `scheduler:${action}`,
  namesResource: false,
  resource: () => '*',
});
