import type { MetricTransformation } from '@aws-sdk/client-cloudwatch-logs';
import { defineSlice, type OperationContext } from '../../operation/index.ts';

export interface LogEvent {
  /** 56 digits that begin with the timestamp: ids sort as events do. */
  readonly id: string;
  /** Milliseconds of the epoch, as all times here. */
  readonly timestamp: number;
  readonly ingested: number;
  readonly message: string;
}

export interface LogStream {
  readonly name: string;
  readonly arn: string;
  readonly created: number;
  /** In the order of their ids. */
  events: LogEvent[];
  lastIngested?: number;
  sequenceToken?: string;
}

export interface LogGroup {
  readonly name: string;
  /** Without the `:*` at its end. */
  readonly arn: string;
  readonly region: string;
  readonly created: number;
  readonly logClass: string;
  /** Undefined where events are kept for ever. */
  retentionDays?: number;
  /** ARN. */
  keyArn?: string;
  readonly tags: Map<string, string>;
  readonly streams: Map<string, LogStream>;
  /** By name. */
  readonly metricFilters: Map<string, LogMetricFilter>;
}

/** Rule by which events that match make data of a metric. */
export interface LogMetricFilter {
  readonly name: string;
  readonly pattern: string;
  readonly created: number;
  readonly transformation: MetricTransformation;
  /** The last minute, of an event that matched, in minutes of the epoch. */
  matched?: number;
}

export interface LogsPolicy {
  readonly name: string;
  /** JSON */
  readonly document: string;
  readonly updated: number;
}

interface LogsRegion {
  /** By name. */
  readonly groups: Map<string, LogGroup>;
  readonly policies: Map<string, LogsPolicy>;
}

interface LogsState {
  readonly regions: Map<string, LogsRegion>;
  /** How many events the account ever took. */
  taken: number;
}

const slice = defineSlice(
  'logs',
  (): LogsState => ({ regions: new Map(), taken: 0 }),
  ({ regions }) =>
    [...regions].flatMap(([region, { groups }]) =>
      [...groups.values()].map(({ name, streams, retentionDays }) => ({
        type: 'AWS::Logs::LogGroup',
        ...{ id: name, region },
        details: {
          Streams: String(streams.size),
          ...(retentionDays !== undefined && { RetentionInDays: String(retentionDays) }),
        },
      })),
    ),
);

export type LogsPlace = Pick<OperationContext<unknown>, 'state' | 'region'>;

/** The log groups and policies of one Region. */
export function logsIn({ state, region }: LogsPlace): LogsRegion {
  const { regions } = state.of(slice);
  const known = regions.get(region);
  if (known) return known;
  const made: LogsRegion = { groups: new Map(), policies: new Map() };
  regions.set(region, made);
  return made;
}

const ID_LENGTH = 56;

/** Makes the id of an event. The ids in AWS's documentation are the timestamp times 2^144, and more. */
export function nextEventId({ state }: Pick<LogsPlace, 'state'>, timestamp: number): string {
  const all = state.of(slice);
  all.taken += 1;
  return eventId((BigInt(timestamp) << 144n) + (BigInt(all.taken) << 64n));
}

function eventId(value: bigint): string {
  return String(value).padStart(ID_LENGTH, '0');
}

const DAY_MS = 86_400_000;

/** Events that the group still keeps at an instant; the others are forgotten. */
export function eventsOf(stream: LogStream, { retentionDays }: LogGroup, now: number): readonly LogEvent[] {
  if (retentionDays === undefined) return stream.events;
  const oldest = now - retentionDays * DAY_MS;
  if (stream.events.some(({ timestamp }) => timestamp < oldest))
    stream.events = stream.events.filter(({ timestamp }) => timestamp >= oldest);
  return stream.events;
}
