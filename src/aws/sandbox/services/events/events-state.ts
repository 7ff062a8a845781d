import type { Target } from '@aws-sdk/client-eventbridge';
import { type AccountState, defineSlice, type ResourceScope } from '../../operation/index.ts';

export interface EventRule {
  readonly name: string;
  readonly arn: string;
  readonly bus: string;
  description?: string;
  /** As it was given. */
  pattern?: string;
  /** `rate(5 minutes)` */
  schedule?: string;
  roleArn?: string;
  enabled: boolean;
  readonly tags: Map<string, string>;
  /** By id. */
  readonly targets: Map<string, Target>;
  /** Of a schedule, in milliseconds: when it was set, and until when it has fired. */
  since: number;
  firedUntil: number;
}

export interface BusStatement {
  readonly Sid?: string;
}

export interface EventBus {
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly created: Date;
  modified: Date;
  description?: string;
  /** Of its resource policy. */
  statements: BusStatement[];
  readonly tags: Map<string, string>;
  /** By name. */
  readonly rules: Map<string, EventRule>;
}

/** By Region, then by name. */
const slice = defineSlice(
  'events',
  () => new Map<string, Map<string, EventBus>>(),
  (regions) =>
    [...regions.values()]
      .flatMap((buses) => [...buses.values()])
      .flatMap(({ name, region, rules }) => [
        // Every account has the default bus: it says nothing.
        ...(name === DEFAULT_BUS ? [] : [{ type: 'AWS::Events::EventBus', id: name, region, details: {} }]),
        ...[...rules.values()].map((rule) => ({
          type: 'AWS::Events::Rule',
          ...{ id: name === DEFAULT_BUS ? rule.name : `${name}/${rule.name}`, region },
          details: {
            State: rule.enabled ? 'ENABLED' : 'DISABLED',
            Targets: String(rule.targets.size),
            ...(rule.schedule !== undefined && { ScheduleExpression: rule.schedule }),
          },
        })),
      ]),
);

export const DEFAULT_BUS = 'default';

/** The buses of one Region; the default one is always there. */
export function busesIn({ state, region, clock }: ResourceScope): Map<string, EventBus> {
  const regions = state.of(slice);
  const known = regions.get(region);
  if (known) return known;
  const made = new Map<string, EventBus>();
  regions.set(region, made);
  made.set(DEFAULT_BUS, newBus({ state, region, clock }, DEFAULT_BUS));
  return made;
}

export function newBus({ state, region, clock }: ResourceScope, name: string): EventBus {
  const created = clock.account();
  return {
    name,
    arn: busArn({ state, region }, name),
    region,
    created,
    modified: created,
    statements: [],
    tags: new Map(),
    rules: new Map(),
  };
}

export function busArn({ state, region }: Omit<ResourceScope, 'clock'>, name: string): string {
  return `arn:aws:events:${region}:${state.account.id}:event-bus/${name}`;
}

/** All rules of the account that may have something to do: nothing is created for it. */
export function enabledRules(state: AccountState): { readonly region: string; readonly rule: EventRule }[] {
  return [...state.of(slice)].flatMap(([region, buses]) =>
    [...buses.values()].flatMap(({ rules }) =>
      [...rules.values()].filter(({ enabled }) => enabled).map((rule) => ({ region, rule })),
    ),
  );
}
