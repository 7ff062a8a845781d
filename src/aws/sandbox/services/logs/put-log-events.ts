import type {
  InputLogEvent,
  PutLogEventsRequest,
  PutLogEventsResponse,
  RejectedLogEventsInfo,
} from '@aws-sdk/client-cloudwatch-logs';
import { defineOperation } from '../../operation/index.ts';
import { findLogGroup, findLogStream, onLogGroup } from './find-log-group.ts';
import { EVENT_OVERHEAD } from './log-groups.ts';
import { logEvents, logGroupName, logStreamName, sequenceToken } from './logs-constraints.ts';
import { invalidLogsParameter } from './logs-errors.ts';
import { type LogEvent, type LogGroup, nextEventId } from './logs-state.ts';

/** Limits of one batch: API reference, PutLogEvents. */
const MOST_BYTES = 1_048_576;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OLDEST_MS = 14 * DAY_MS;
const NEWEST_MS = 2 * HOUR_MS;

export default {
  PutLogEvents: defineOperation<PutLogEventsRequest, PutLogEventsResponse>({
    constraints: { logGroupName, logStreamName, logEvents, sequenceToken },
    access: onLogGroup('PutLogEvents'),
    handle: async (context) => {
      const group = findLogGroup(context);
      const stream = findLogStream(group, context.input.logStreamName);
      const given = context.input.logEvents ?? [];
      checkBatch(given);
      const now = context.clock.account().getTime();
      const rejected = rejectedOf(given, group, now);
      const from = Math.max(rejected?.tooOldLogEventEndIndex ?? 0, rejected?.expiredLogEventEndIndex ?? 0);
      const taken = given.slice(from, rejected?.tooNewLogEventStartIndex).map(
        ({ timestamp = 0, message = '' }): LogEvent => ({
          id: nextEventId(context, timestamp),
          timestamp,
          ingested: now,
          message,
        }),
      );
      stream.events = merge(stream.events, taken);
      // API reference: sequence tokens are ignored, but still in the answers.
      stream.sequenceToken = `49${context.random.text(54, '0123456789')}`;
      if (taken.length > 0) stream.lastIngested = now;
      if (taken.length > 0 && group.metricFilters.size > 0) {
        const { applyMetricFilters } = await import(
          /* webpackChunkName: "logs" */ './apply-metric-filters.ts'
        );
        await applyMetricFilters(group, taken, context);
      }
      return { nextSequenceToken: stream.sequenceToken, rejectedLogEventsInfo: rejected };
    },
  }),
};

function checkBatch(events: readonly InputLogEvent[]): void {
  const encoder = new TextEncoder();
  const sizes = events.map(({ message }) => encoder.encode(message).length + EVENT_OVERHEAD);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  // A text that users of AWS quote. An event may be as large as a batch.
  if (total > MOST_BYTES)
    throw invalidLogsParameter(`Upload too large: ${total} bytes exceeds limit of ${MOST_BYTES}`);
  const times = events.map(({ timestamp = 0 }) => timestamp);
  if (times.some((time, index) => time < (times[index - 1] ?? 0)))
    throw invalidLogsParameter('Log events in a single PutLogEvents request must be in chronological order.');
  // The sentence of the API reference.
  if ((times.at(-1) ?? 0) - (times[0] ?? 0) > DAY_MS)
    throw invalidLogsParameter(
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    );
}

/**
 * The events that are not taken: events before an end index, and from a start index on. Undefined where all
 * are.
 */
function rejectedOf(
  events: readonly InputLogEvent[],
  { retentionDays }: LogGroup,
  now: number,
): RejectedLogEventsInfo | undefined {
  const before = (instant: number) => events.filter(({ timestamp = 0 }) => timestamp < instant).length;
  const tooOld = before(now - OLDEST_MS);
  const expired = retentionDays === undefined ? 0 : before(now - retentionDays * DAY_MS);
  const inTime = before(now + NEWEST_MS + 1);
  if (tooOld === 0 && expired === 0 && inTime === events.length) return undefined;
  return {
    tooNewLogEventStartIndex: inTime < events.length ? inTime : undefined,
    tooOldLogEventEndIndex: tooOld > 0 ? tooOld : undefined,
    expiredLogEventEndIndex: expired > tooOld ? expired : undefined,
  };
}

/** Merges two lists that are sorted by id. Mostly the new events are the last. */
function merge(old: LogEvent[], added: readonly LogEvent[]): LogEvent[] {
  const [first] = added;
  const last = old.at(-1);
  if (!first || !last || last.id < first.id) {
    old.push(...added);
    return old;
  }
  return [...old, ...added].sort((a, b) => (a.id < b.id ? -1 : 1));
}
