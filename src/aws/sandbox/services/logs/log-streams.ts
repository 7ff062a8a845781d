import type {
  CreateLogStreamRequest,
  DeleteLogStreamRequest,
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
  LogStream as LogStreamShape,
} from '@aws-sdk/client-cloudwatch-logs';
import { defineOperation, paginate, sortedBy } from '../../operation/index.ts';
import { checkLogName, findLogGroup, findLogStream, onLogGroup } from './find-log-group.ts';
import {
  describeLimit,
  logGroupIdentifier,
  logGroupName,
  logStreamName,
  nextLogsToken,
  streamOrder,
} from './logs-constraints.ts';
import { invalidLogsParameter, invalidLogsToken, logStreamExists } from './logs-errors.ts';
import { eventsOf, type LogGroup, type LogStream } from './logs-state.ts';

/** API reference, DescribeLogStreams: "If you don't specify a value, the default is up to 50 items." */
const PAGE = 50;

export default {
  CreateLogStream: defineOperation<CreateLogStreamRequest, object>({
    constraints: { logGroupName, logStreamName },
    access: onLogGroup('CreateLogStream'),
    handle: (context) => {
      const group = findLogGroup(context);
      const { logStreamName: name = '' } = context.input;
      checkLogName(name);
      if (group.streams.has(name)) throw logStreamExists();
      const created = context.clock.account().getTime();
      group.streams.set(name, { name, arn: `${group.arn}:log-stream:${name}`, created, events: [] });
      return {};
    },
  }),
  DeleteLogStream: defineOperation<DeleteLogStreamRequest, object>({
    constraints: { logGroupName, logStreamName },
    access: onLogGroup('DeleteLogStream'),
    handle: (context) => {
      const group = findLogGroup(context);
      group.streams.delete(findLogStream(group, context.input.logStreamName).name);
      return {};
    },
  }),
  DescribeLogStreams: defineOperation<DescribeLogStreamsRequest, DescribeLogStreamsResponse>({
    constraints: {
      logGroupName,
      logGroupIdentifier,
      logStreamNamePrefix: logStreamName,
      orderBy: streamOrder,
      limit: describeLimit,
      nextToken: nextLogsToken,
    },
    reads: ['descending'],
    access: onLogGroup('DescribeLogStreams'),
    handle: (context) => {
      const { logStreamNamePrefix, orderBy, descending, limit = PAGE, nextToken } = context.input;
      const byTime = orderBy === 'LastEventTime';
      if (byTime && logStreamNamePrefix !== undefined)
        throw invalidLogsParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
      const group = findLogGroup(context);
      const now = context.clock.account().getTime();
      const found = [...group.streams.values()]
        .map((stream) => describe(stream, group, now))
        .filter(({ logStreamName: name = '' }) => name.startsWith(logStreamNamePrefix ?? ''));
      const sorted = sortedBy(found, byTime ? timeKey : nameKey);
      if (descending) sorted.reverse();
      // A page goes on after the place of its last stream.
      const places = new Map(sorted.map((stream, index) => [stream, String(index).padStart(12, '0')]));
      const page = paginate(sorted, (stream) => places.get(stream) ?? '', limit, nextToken);
      if (!page) throw invalidLogsToken();
      return { logStreams: [...page.items], nextToken: page.next };
    },
  }),
};

const nameKey = ({ logStreamName: name = '' }: LogStreamShape) => name;
const timeKey = (stream: LogStreamShape) =>
  `${String(stream.lastEventTimestamp ?? 0).padStart(16, '0')} ${nameKey(stream)}`;

function describe(stream: LogStream, group: LogGroup, now: number): LogStreamShape {
  const events = eventsOf(stream, group, now);
  return {
    logStreamName: stream.name,
    creationTime: stream.created,
    firstEventTimestamp: events[0]?.timestamp,
    lastEventTimestamp: events.at(-1)?.timestamp,
    lastIngestionTime: stream.lastIngested,
    uploadSequenceToken: stream.sequenceToken,
    arn: stream.arn,
    // API reference: "As of June 17, 2019, this parameter is no longer supported for log streams".
    storedBytes: 0,
  };
}
