import { type ConditionValues, resourceTagConditions } from '../../authorization/index.ts';
import type { OperationContext } from '../../operation/index.ts';
import { invalidLogsParameter, noSuchLogGroup, noSuchLogStream } from './logs-errors.ts';
import { type LogGroup, type LogStream, type LogsPlace, logsIn } from './logs-state.ts';

interface Input {
  readonly logGroupName?: string | undefined;
  readonly logGroupIdentifier?: string | undefined;
  readonly logStreamName?: string | undefined;
}

/** ARN of a group, without the `:*` at its end. */
export function logGroupArn({ state, region }: LogsPlace, name: string): string {
  return `arn:aws:logs:${region}:${state.account.id}:log-group:${name}`;
}

const MOST = 512;

/** Refuses a name that is too long, in the words that AWS was recorded to say. */
export function checkLogName(name: string): void {
  if (name.length > MOST)
    throw invalidLogsParameter(
      `Invalid LogGroup or LogStream, both must have length less than or equal to ${MOST}.`,
    );
}

/** The name in an identifier: a name, or an ARN with or without `:*` at its end. */
export function groupNameOf(identifier: string): string {
  return identifier.replace(/^arn:[^:]*:logs:[^:]*:[^:]*:log-group:/, '').replace(/:\*$/, '');
}

/** The name of the group that an input names. Throws where it names none, or names it twice. */
function namedGroup({ logGroupName, logGroupIdentifier }: Input): string {
  // Both texts are ours.
  if (logGroupName !== undefined && logGroupIdentifier !== undefined)
    throw invalidLogsParameter('LogGroup name and LogGroup identifier are mutually exclusive parameters.');
  if (logGroupName === undefined && logGroupIdentifier === undefined)
    throw invalidLogsParameter('Either a LogGroup name or a LogGroup identifier must be given.');
  return logGroupName ?? groupNameOf(logGroupIdentifier ?? '');
}

/** Finds the group that the input names. Throws ResourceNotFoundException. */
export function findLogGroup(context: LogsPlace & { readonly input: Input }): LogGroup {
  const name = namedGroup(context.input);
  checkLogName(name);
  const group = logsIn(context).groups.get(name);
  if (!group) throw noSuchLogGroup();
  return group;
}

/** Finds a stream of a group. Throws ResourceNotFoundException. */
export function findLogStream(group: LogGroup, name = ''): LogStream {
  checkLogName(name);
  const stream = group.streams.get(name);
  if (!stream) throw noSuchLogStream();
  return stream;
}

/**
 * An action on a group, or on the stream that the input names. AWS judges both by the ARN of a stream, whose name is
 * empty where there is none, as its denials show; a policy without `:*` at its end allows nothing.
 */
export function onLogGroup<Given extends Input>(action: string) {
  return {
    action: `logs:${action}`,
    namesResource: true,
    resource: (context: OperationContext<Given>) => {
      const { logGroupName, logGroupIdentifier = '', logStreamName = '' } = context.input;
      const name = logGroupName ?? groupNameOf(logGroupIdentifier);
      return `${logGroupArn(context, name)}:log-stream:${logStreamName}`;
    },
    policy: logsPolicy,
    conditions: (context: OperationContext<Given>): ConditionValues => {
      const { logGroupName, logGroupIdentifier = '' } = context.input;
      return logGroupTagConditions(context, logGroupName ?? groupNameOf(logGroupIdentifier));
    },
  };
}

/** An action on no group in particular: its denials name a group and a stream without names. */
export function onAllLogs(action: string) {
  return {
    action: `logs:${action}`,
    namesResource: true,
    resource: (context: OperationContext<object>) => `${logGroupArn(context, '')}:log-stream:`,
  };
}

/** The condition keys of a group's own tags. */
export function logGroupTagConditions(context: LogsPlace, name: string): ConditionValues {
  const tags = [...(logsIn(context).groups.get(name)?.tags ?? [])];
  return resourceTagConditions(tags.map(([key, value]) => ({ key, value })));
}

/** All resource policies of the Region as one. */
function logsPolicy(context: LogsPlace): unknown {
  const documents = [...logsIn(context).policies.values()].map(({ document }) => JSON.parse(document));
  if (documents.length === 0) return undefined;
  return { Version: '2012-10-17', Statement: documents.flatMap(({ Statement }) => Statement) };
}
