import type { CreateScheduleInput } from '@aws-sdk/client-scheduler';
import { type AccountState, defineSlice, type ResourceScope } from '../../operation/index.ts';

export interface ScheduleRecord {
  readonly name: string;
  readonly group: string;
  readonly region: string;
  readonly arn: string;
  /** As it was given, with what AWS fills in. */
  settings: CreateScheduleInput;
  readonly created: Date;
  modified: Date;
  /** In milliseconds: from when a rate counts, and until when it has fired. */
  since: number;
  firedUntil: number;
}

export interface ScheduleGroup {
  readonly name: string;
  readonly arn: string;
  readonly created: Date;
  modified: Date;
  readonly tags: Map<string, string>;
  /** By name. */
  readonly schedules: Map<string, ScheduleRecord>;
}

export const DEFAULT_GROUP = 'default';

/** Groups by Region, then by name. */
const slice = defineSlice(
  'scheduler',
  () => new Map<string, Map<string, ScheduleGroup>>(),
  (regions) =>
    [...regions].flatMap(([region, groups]) =>
      [...groups.values()].flatMap(({ name, schedules }) => [
        // Every account has the default group: it says nothing.
        ...(name === DEFAULT_GROUP
          ? []
          : [{ type: 'AWS::Scheduler::ScheduleGroup', id: name, region, details: {} }]),
        ...[...schedules.values()].map((schedule) => ({
          type: 'AWS::Scheduler::Schedule',
          ...{ id: name === DEFAULT_GROUP ? schedule.name : `${name}/${schedule.name}`, region },
          details: {
            State: schedule.settings.State ?? '',
            ScheduleExpression: schedule.settings.ScheduleExpression ?? '',
          },
        })),
      ]),
    ),
);

/** The groups of one Region; the default one is always there. */
export function groupsIn({ state, region, clock }: ResourceScope): Map<string, ScheduleGroup> {
  const regions = state.of(slice);
  const known = regions.get(region);
  if (known) return known;
  const made = new Map<string, ScheduleGroup>();
  regions.set(region, made);
  made.set(DEFAULT_GROUP, newGroup({ state, region, clock }, DEFAULT_GROUP));
  return made;
}

export function newGroup({ state, region, clock }: ResourceScope, name: string): ScheduleGroup {
  const created = clock.account();
  const arn = groupArnOf({ state, region }, name);
  return { name, arn, created, modified: created, tags: new Map(), schedules: new Map() };
}

export const groupArnOf = (
  { state, region }: Pick<ResourceScope, 'state' | 'region'>,
  name: string,
): string => `arn:aws:scheduler:${region}:${state.account.id}:schedule-group/${name}`;

export const scheduleArnOf = (
  { state, region }: Pick<ResourceScope, 'state' | 'region'>,
  group: string,
  name: string,
): string => `arn:aws:scheduler:${region}:${state.account.id}:schedule/${group}/${name}`;

/** All schedules of the account that may fire: nothing is created for it. */
export function enabledSchedules(state: AccountState): ScheduleRecord[] {
  return [...state.of(slice).values()].flatMap((groups) =>
    [...groups.values()].flatMap(({ schedules }) =>
      [...schedules.values()].filter(({ settings }) => settings.State === 'ENABLED'),
    ),
  );
}
