import type { InputLogEvent } from '@aws-sdk/client-cloudwatch-logs';
import { failureOf } from './errors/index.ts';
import type { ServiceCall, ServiceContext } from './operation/index.ts';

export interface LogDestination {
  readonly group: string;
  readonly stream: string;
  readonly region: string;
  /** The writer, who needs the permissions: a function's role, or a service that a resource policy of the account lets in. */
  readonly as: ServiceCall['as'];
}

/**
 * Writes events for another service, through the operations of CloudWatch Logs: creates the stream where it is absent,
 * and the group before it. Every call needs its own permission of the writer (`logs:CreateLogGroup`,
 * `logs:CreateLogStream`, `logs:PutLogEvents`). `events` are in the order of their times, in milliseconds.
 * Returns false where the events could not be written: the writer lacks a permission, or AWS would refuse the events.
 * A service that writes logs goes on without them.
 *
 * @example
 * // In a handler of Lambda, whose context has `call`:
 * await writeLogEvents(context.call, {
 *   group: '/aws/lambda/hello',
 *   stream: '2026/01/05/[$LATEST]0123456789abcdef0123456789abcdef',
 *   region: context.region,
 *   as: { kind: 'role', service: 'lambda.amazonaws.com', roleArn, sessionName: 'hello' },
 * }, [{ timestamp: context.clock.account().getTime(), message: 'START RequestId: ...\n' }]);
 */
export async function writeLogEvents(
  call: ServiceContext['call'],
  { group, stream, region, as }: LogDestination,
  events: readonly InputLogEvent[],
): Promise<boolean> {
  const names = { logGroupName: group, logStreamName: stream };
  const ask = async (operation: string, input: object) =>
    (await failureOf(call({ service: 'logs', operation, region, as, input: { ...input } }))) === undefined;
  const put = () => ask('PutLogEvents', { ...names, logEvents: events });
  if (await put()) return true;
  if (await ask('CreateLogStream', names)) return put();
  if (!(await ask('CreateLogGroup', { logGroupName: group }))) return false;
  return (await ask('CreateLogStream', names)) && put();
}
