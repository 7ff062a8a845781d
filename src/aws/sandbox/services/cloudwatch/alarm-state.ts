import type { AlarmHistoryItem, PutMetricAlarmInput, StateValue } from '@aws-sdk/client-cloudwatch';
import { type AccountState, defineSlice, type ResourceScope } from '../../operation/index.ts';

export interface AlarmRecord {
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  /** As it was put, with what AWS fills in. */
  settings: PutMetricAlarmInput;
  configured: Date;
  state: StateValue;
  reason: string;
  reasonData?: string | undefined;
  updated: Date;
  transitioned: Date;
  /** In milliseconds: until when it has been evaluated. */
  evaluatedUntil: number;
  readonly tags: Map<string, string>;
}

interface RegionAlarms {
  /** By name. */
  readonly alarms: Map<string, AlarmRecord>;
  /** The newest last. It stays when an alarm is deleted. */
  readonly history: AlarmHistoryItem[];
}

const slice = defineSlice(
  'cloudwatch-alarms',
  () => new Map<string, RegionAlarms>(),
  (regions) =>
    [...regions].flatMap(([region, { alarms }]) =>
      [...alarms.values()].map(({ name, state, settings }) => ({
        type: 'AWS::CloudWatch::Alarm',
        ...{ id: name, region },
        details: { State: state, MetricName: settings.MetricName ?? '' },
      })),
    ),
);

export function alarmsIn({ state, region }: Pick<ResourceScope, 'state' | 'region'>): RegionAlarms {
  const regions = state.of(slice);
  const known = regions.get(region) ?? { alarms: new Map(), history: [] };
  regions.set(region, known);
  return known;
}

/** All alarms of the account: nothing is created for it. */
export function alarmsOf(state: AccountState): AlarmRecord[] {
  return [...state.of(slice).values()].flatMap(({ alarms }) => [...alarms.values()]);
}

export const alarmArnOf = (
  { state, region }: Pick<ResourceScope, 'state' | 'region'>,
  name: string,
): string => `arn:aws:cloudwatch:${region}:${state.account.id}:alarm:${name}`;
