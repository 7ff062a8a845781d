import type { Clock } from '../../clock/index.ts';
import { defineSlice } from '../../operation/index.ts';
import type { LambdaPlace } from './lambda-state.ts';

/** Settings of a mapping: which function gets the messages, and how many at once. */
export interface EventSourceSettings {
  readonly functionName: string;
  /** A version, an alias, or `$LATEST` where the caller has named it. */
  readonly qualifier?: string;
  readonly batchSize: number;
  /** Seconds for which messages are gathered. */
  readonly windowSeconds: number;
  /** Patterns as they were given; undefined where none were. */
  readonly filters?: readonly string[];
  /** True where the function's answer names the messages that have failed. */
  readonly reportsItems: boolean;
  readonly maximumConcurrency?: number;
  /** Of a stream: how often a batch that failed is tried again; -1 until its records are too old. */
  readonly maximumRetries?: number;
  readonly enabled: boolean;
}

export interface EventSourceMapping {
  /** UUID */
  readonly id: string;
  readonly region: string;
  /** ARN of the queue or the stream. */
  readonly sourceArn: string;
  settings: EventSourceSettings;
  modified: Date;
  change: 'Creating' | 'Updating' | 'Enabling' | 'Disabling' | 'Deleting';
  /** Of the account's time, in milliseconds: the last look at the source. */
  polled: number;
  /** Of a stream: where reading begins. */
  readonly startingPosition?: 'TRIM_HORIZON' | 'LATEST';
  /** Of a stream: the sequence number of the last record that is done with; absent at the beginning. */
  after?: string;
  /** Of a stream: how the last batch went; absent before the first. */
  lastResult?: 'OK' | 'PROBLEM: Function call failed';
  /** Of a stream whose next batch has failed: how often, and when it is tried again. */
  tries?: number;
  retryAt?: number;
}

/** By id. */
const slice = defineSlice(
  'lambda-event-sources',
  () => new Map<string, EventSourceMapping>(),
  (mappings) =>
    [...mappings.values()].map(({ id, region, sourceArn, settings }) => ({
      type: 'AWS::Lambda::EventSourceMapping',
      ...{ id, region },
      details: { Function: settings.functionName, Source: sourceArn.split(':').slice(5).join(':') },
    })),
);

/** A mapping is ready, or gone, so long after a change. Our choice: AWS needs seconds to a minute and states none. */
const CHANGE_MS = 10_000;

export const hasEventSources = ({ state }: Pick<LambdaPlace, 'state'>) => state.of(slice).size > 0;

/** The mappings of the account, without those whose deletion is over. */
export function eventSources({
  state,
  clock,
}: Pick<LambdaPlace, 'state'> & { readonly clock: Clock }): Map<string, EventSourceMapping> {
  const mappings = state.of(slice);
  for (const [id, mapping] of mappings)
    if (mapping.change === 'Deleting' && isSettled(mapping, clock)) mappings.delete(id);
  return mappings;
}

/** The state as AWS names it, by the account's clock. */
export function stateOfEventSource(mapping: EventSourceMapping, clock: Clock): string {
  if (!isSettled(mapping, clock)) return mapping.change;
  return mapping.settings.enabled ? 'Enabled' : 'Disabled';
}

function isSettled({ modified }: EventSourceMapping, clock: Clock): boolean {
  return clock.account().getTime() >= modified.getTime() + CHANGE_MS;
}
