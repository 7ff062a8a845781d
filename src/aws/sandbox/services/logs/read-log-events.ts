import type {
  FilteredLogEvent,
  FilterLogEventsRequest,
  FilterLogEventsResponse,
  GetLogEventsRequest,
  GetLogEventsResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import { defineOperation, type OperationContext, paginate } from '../../operation/index.ts';
import { matchesFilter, parseFilterPattern } from './filter-pattern/index.ts';
import { findLogGroup, findLogStream, onLogGroup } from './find-log-group.ts';
import {
  eventsLimit,
  eventTime,
  filterPattern,
  logGroupIdentifier,
  logGroupName,
  logStreamName,
  logStreamNames,
  nextLogsToken,
} from './logs-constraints.ts';
import { invalidLogsParameter, invalidLogsToken } from './logs-errors.ts';
import { eventsOf, type LogEvent, type LogGroup, type LogStream } from './logs-state.ts';

/** API reference, GetLogEvents and FilterLogEvents: "up to 10,000 log events", "1 MB". */
const PAGE = 10_000;
const PAGE_BYTES = 1_048_576;

export default {
  GetLogEvents: defineOperation<GetLogEventsRequest, GetLogEventsResponse>({
    constraints: {
      logGroupName,
      logGroupIdentifier,
      logStreamName,
      startTime: eventTime,
      endTime: eventTime,
      nextToken: nextLogsToken,
      limit: eventsLimit,
    },
    reads: ['startFromHead'],
    access: onLogGroup('GetLogEvents'),
    handle: (context) => {
      const { input, clock } = context;
      const group = findLogGroup(context);
      const stream = findLogStream(group, input.logStreamName);
      // API reference: an event at the end time is not included here, but by FilterLogEvents it is.
      const events = eventsOf(stream, group, clock.account().getTime()).filter((event) =>
        isWithin(event, input.startTime, input.endTime),
      );
      const { limit = PAGE, startFromHead = false, nextToken } = input;
      const token = nextToken === undefined ? undefined : readToken(nextToken);
      const { direction, id } = token ?? { direction: startFromHead ? 'f' : 'b', id: undefined };
      const page =
        direction === 'f'
          ? fitting(events.filter((event) => id === undefined || event.id > id).slice(0, limit))
          : fitting(
              events
                .filter((event) => id === undefined || event.id < id)
                .slice(-limit)
                .reverse(),
            ).reverse();
      // At the end of the stream both tokens stay where they are.
      const here = id ?? page[0]?.id ?? ''.padEnd(56, '0');
      return {
        events: page.map(({ timestamp, message, ingested }) => ({
          timestamp,
          message,
          ingestionTime: ingested,
        })),
        nextForwardToken: `f/${page.at(-1)?.id ?? here}/s`,
        nextBackwardToken: `b/${page[0]?.id ?? here}/s`,
      };
    },
  }),
  FilterLogEvents: defineOperation<FilterLogEventsRequest, FilterLogEventsResponse>({
    constraints: {
      logGroupName,
      logGroupIdentifier,
      logStreamNames,
      logStreamNamePrefix: logStreamName,
      startTime: eventTime,
      endTime: eventTime,
      filterPattern,
      nextToken: nextLogsToken,
      limit: eventsLimit,
    },
    // API reference: interleaved is ignored, all results are.
    reads: ['interleaved'],
    access: onLogGroup('FilterLogEvents'),
    handle: (context) => {
      const { input, clock } = context;
      const group = findLogGroup(context);
      const pattern = parseFilterPattern(input.filterPattern ?? '');
      const now = clock.account().getTime();
      const found = streamsOf(group, context).flatMap((stream) =>
        eventsOf(stream, group, now)
          .filter((event) =>
            isWithin(event, input.startTime, (input.endTime ?? Number.POSITIVE_INFINITY) + 1),
          )
          .filter(({ message }) => matchesFilter(pattern, message))
          .map((event) => ({ stream: stream.name, ...event })),
      );
      const sorted = found.sort((a, b) => (a.id < b.id ? -1 : 1));
      const page = paginate(sorted, ({ id }) => id, input.limit ?? PAGE, input.nextToken);
      if (!page) throw invalidLogsToken();
      return {
        events: page.items.map(toFiltered),
        // API reference: since May 2020 always empty.
        searchedLogStreams: [],
        nextToken: page.next,
      };
    },
  }),
};

function toFiltered(event: LogEvent & { readonly stream: string }): FilteredLogEvent {
  const { stream, timestamp, message, ingested, id } = event;
  return { logStreamName: stream, timestamp, message, ingestionTime: ingested, eventId: id };
}

function streamsOf(group: LogGroup, { input }: OperationContext<FilterLogEventsRequest>): LogStream[] {
  const { logStreamNames: names, logStreamNamePrefix: prefix } = input;
  // API reference: both give an InvalidParameterException. The text is ours.
  if (names && prefix !== undefined)
    throw invalidLogsParameter('logStreamNames and logStreamNamePrefix are mutually exclusive parameters.');
  if (names) return names.map((name) => findLogStream(group, name));
  return [...group.streams.values()].filter(({ name }) => name.startsWith(prefix ?? ''));
}

/** `end`: the first instant that is not included. */
function isWithin({ timestamp }: LogEvent, start = 0, end = Number.POSITIVE_INFINITY): boolean {
  return timestamp >= start && timestamp < end;
}

/** As many events as one answer holds. */
function fitting(events: readonly LogEvent[]): LogEvent[] {
  let bytes = 0;
  const past = events.findIndex(({ message }, index) => {
    bytes += message.length;
    return index > 0 && bytes > PAGE_BYTES;
  });
  return events.slice(0, past < 0 ? undefined : past);
}

function readToken(token: string): { readonly direction: string; readonly id: string } {
  const [, direction, id] = /^([fb])\/(\d{56})\/s$/.exec(token) ?? [];
  if (direction === undefined || id === undefined) throw invalidLogsToken();
  return { direction, id };
}
