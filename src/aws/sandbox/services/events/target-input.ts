import type { Target } from '@aws-sdk/client-eventbridge';
import { isoSeconds } from '../../clock/index.ts';
import { type AccountEvent, newRequestId, type ServiceContext } from '../../operation/index.ts';
import type { EventRule } from './events-state.ts';

/** An event as its JSON, in the order of members that AWS was recorded to send. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

/** Makes an event of a bus, with an id of its own, of what happened at a time. */
export function toBusEvent(
  { detailType, source, region, resources, detail }: AccountEvent,
  time: Date,
  { state, random }: Pick<ServiceContext, 'state' | 'random'>,
): BusEvent {
  return {
    version: '0',
    id: newRequestId(random),
    'detail-type': detailType,
    source,
    account: state.account.id,
    time: isoSeconds(time),
    region,
    resources,
    detail,
  };
}

/** The name of the sessions in which EventBridge takes on the roles of its targets. */
export const SESSION_NAME = 'EventBridge';

/** The text that a target gets of an event. `ingested`: when the bus got it. */
export function targetInput(target: Target, event: BusEvent, rule: EventRule, ingested: string): string {
  if (target.Input !== undefined) return target.Input;
  if (target.InputPath !== undefined) return JSON.stringify(valueAt(event, target.InputPath) ?? {});
  const { InputTemplate, InputPathsMap = {} } = target.InputTransformer ?? {};
  if (InputTemplate === undefined) return JSON.stringify(event);
  const values = new Map<string, unknown>([
    ...Object.entries(InputPathsMap).map(([name, path]): [string, unknown] => [name, valueAt(event, path)]),
    ['aws.events.rule-arn', rule.arn],
    ['aws.events.rule-name', rule.name],
    ['aws.events.event.ingestion-time', ingested],
    ['aws.events.event.json', event],
    ['aws.events.event', withoutDetail(event)],
  ]);
  return fill(InputTemplate, values);
}

/** As recorded on AWS: the event without its detail, and with one more capital letter. */
function withoutDetail({ detail: _detail, 'detail-type': detailType, ...event }: BusEvent) {
  return { ...event, detailType };
}

const PART = /<([\w.-]+)>|\\.|"|[^<\\"]+|</gs;

/** Fills a template: within quotes with a text, outside of them with JSON. */
function fill(template: string, values: ReadonlyMap<string, unknown>): string {
  let quoted = false;
  return template.replace(PART, (part: string, name: string | undefined) => {
    if (part === '"') quoted = !quoted;
    if (name === undefined || !values.has(name)) return part;
    const value = values.get(name);
    return quoted ? asText(value) : JSON.stringify(value ?? '');
  });
}

/** As recorded on AWS: objects and lists lose their quotes, and what the event does not have is empty. */
function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return JSON.stringify(value).slice(1, -1);
  return JSON.stringify(value).replaceAll('"', '');
}

const STEP = /\.([\w-]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/y;

/**
 * Reads a value by a path such as `$.detail.items[0].name`; undefined where there is none. Source of the syntax: User
 * Guide, "Amazon EventBridge input transformation": a JSONPath of names and indexes only.
 */
function valueAt(root: unknown, path: string): unknown {
  if (!path.startsWith('$')) return undefined;
  let value = root;
  STEP.lastIndex = 1;
  while (STEP.lastIndex < path.length) {
    const match = STEP.exec(path);
    if (!match) return undefined;
    const [, name, index, single, double] = match;
    const key = name ?? single ?? double;
    value = key === undefined ? at(value, Number(index)) : member(value, key);
  }
  return value;
}

const at = (value: unknown, index: number): unknown => (Array.isArray(value) ? value[index] : undefined);

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
