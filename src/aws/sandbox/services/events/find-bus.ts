import { type ConditionValues, resourceTagConditions } from '../../authorization/index.ts';
import { parseEventPattern } from '../../event-pattern/index.ts';
import type { FilterPolicy } from '../../filter-policy/index.ts';
import type { OperationContext, ResourceScope } from '../../operation/index.ts';
import { noSuchBus, noSuchRule } from './events-errors.ts';
import { busArn, busesIn, DEFAULT_BUS, type EventBus, type EventRule } from './events-state.ts';

interface Input {
  readonly Name?: string | undefined;
  readonly Rule?: string | undefined;
  readonly EventBusName?: string | undefined;
}

/** The name in a bus's name or ARN; the default bus where none is given. */
export function busNameOf(nameOrArn: string | undefined): string {
  return nameOrArn?.replace(/^arn:[^/]*:event-bus\//, '') ?? DEFAULT_BUS;
}

/** Finds a bus. Throws ResourceNotFoundException. */
export function findBus(context: ResourceScope, nameOrArn: string | undefined): EventBus {
  const name = busNameOf(nameOrArn);
  const bus = busesIn(context).get(name);
  if (!bus) throw noSuchBus(name);
  return bus;
}

/** Finds a rule on the bus that the input names. Throws ResourceNotFoundException. */
export function findRule(context: OperationContext<Input>): EventRule {
  const { Name, Rule, EventBusName } = context.input;
  const bus = findBus(context, EventBusName);
  const name = Name ?? Rule ?? '';
  const rule = bus.rules.get(name);
  if (!rule) throw noSuchRule(name, bus.name);
  return rule;
}

export function ruleArn(
  { state, region }: Pick<ResourceScope, 'state' | 'region'>,
  bus: string,
  name: string,
): string {
  const path = bus === DEFAULT_BUS ? name : `${bus}/${name}`;
  return `arn:aws:events:${region}:${state.account.id}:rule/${path}`;
}

/** An action on the bus that the input names. */
export function onBus<Given extends Input>(
  action: string,
  nameOf: (input: Given) => string | undefined = ({ EventBusName }) => EventBusName,
) {
  const bus = (context: OperationContext<Given>) => busesIn(context).get(busNameOf(nameOf(context.input)));
  return {
    action: `events:${action}`,
    namesResource: true,
    resource: (context: OperationContext<Given>) => busArn(context, busNameOf(nameOf(context.input))),
    policy: (context: OperationContext<Given>) => busPolicy(bus(context)),
    conditions: (context: OperationContext<Given>) => eventTagConditions(bus(context)?.tags),
  };
}

/** An action on the rule that the input names. */
export function onRule<Given extends Input>(action: string) {
  const named = ({ input: { Name, Rule, EventBusName } }: OperationContext<Given>) => ({
    bus: busNameOf(EventBusName),
    name: Name ?? Rule ?? '',
  });
  return {
    action: `events:${action}`,
    namesResource: true,
    resource: (context: OperationContext<Given>) => {
      const { bus, name } = named(context);
      return ruleArn(context, bus, name);
    },
    conditions: (context: OperationContext<Given>): ConditionValues => {
      const { bus, name } = named(context);
      const rule = busesIn(context).get(bus)?.rules.get(name);
      return {
        'events:creatorAccount': rule && context.state.account.id,
        ...eventTagConditions(rule?.tags),
      };
    },
  };
}

/** An action on all rules of the Region. */
export function onAllRules(action: string) {
  return {
    action: `events:${action}`,
    namesResource: true,
    resource: ({ state, region }: OperationContext<object>) =>
      `arn:aws:events:${region}:${state.account.id}:rule/*`,
  };
}

/** A bus's resource policy, as data; undefined where it has none. */
export function busPolicy(bus: EventBus | undefined): unknown {
  return bus && bus.statements.length > 0 ? { Version: '2012-10-17', Statement: bus.statements } : undefined;
}

export function eventTagConditions(tags: ReadonlyMap<string, string> = new Map()): ConditionValues {
  return resourceTagConditions([...tags].map(([key, value]) => ({ key, value })));
}

const patterns = new WeakMap<EventRule, { readonly text: string; readonly parsed: FilterPolicy }>();

/** Parses the pattern of a rule once: each event is matched with all rules of its bus. */
export function patternOf(rule: EventRule, text: string): FilterPolicy {
  const known = patterns.get(rule);
  if (known?.text === text) return known.parsed;
  const parsed = parseEventPattern(text);
  patterns.set(rule, { text, parsed });
  return parsed;
}
