import { writeLogEvents } from '../../log-writer.ts';
import { type OperationContext, ServiceError } from '../../operation/index.ts';
import { runtimeVersionArn } from './describe-function.ts';
import { executionIdentity } from './execution-role.ts';
import type { FunctionVersion, LambdaFunction } from './lambda-state.ts';
import { dropEnvironment, environmentOf, openEnvironment } from './runtime/environments.ts';
import { INIT_LIMIT_MS } from './runtime/execution-environment.ts';
import { failurePayload, InvocationLog } from './runtime/invocation-log.ts';
import type { WorkResult } from './runtime/work.ts';

/** An invocation of one version. */
export interface Invocation {
  readonly one: LambdaFunction;
  readonly version: FunctionVersion;
  readonly requestId: string;
  /** With the qualifier that the caller gave. */
  readonly invokedArn: string;
  /** JSON. */
  readonly event: string;
}

export interface InvocationResult {
  /** JSON. */
  readonly payload: string;
  readonly failed: boolean;
  readonly log: InvocationLog;
}

export type RunContext = Pick<OperationContext<unknown>, 'state' | 'clock' | 'random' | 'call'>;

/** Developer Guide, "Lambda quotas": the answer of a synchronous invocation. */
const MOST_ANSWERED = 6_291_556;
/** Node.js's own part of a function's memory, and the time of its start: our figures, of a usual function. */
const NODE_MEGABYTES = 48;
const NODE_START_MS = 120;

/** Runs the handler of a version and writes its log to CloudWatch Logs, as its role may. Throws for other languages. */
export async function runFunction(invocation: Invocation, context: RunContext): Promise<InvocationResult> {
  const { one, version, requestId, event } = invocation;
  const { settings } = version;
  checkLanguage(settings.runtime);
  const { clock, random } = context;
  const start = clock.account();
  const log = new InvocationLog();
  const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);
  const known = environmentOf(one, version, context);
  if (!known)
    log.add(
      start,
      `INIT_START Runtime Version: ${settings.runtime.replace(/^nodejs(\d+)\.x$/, 'nodejs:$1.v1')}\tRuntime Version ARN: ${runtimeVersionArn(one.region, settings.runtime)}`,
    );
  const opened =
    known ??
    (await openEnvironment(
      one,
      version,
      {
        ...{ begin: start, timeoutMilliseconds: INIT_LIMIT_MS },
        write: (level, text, at) => log.written(at, 'undefined', level, text),
      },
      context,
    ));
  const { environment, logStream } = opened;
  const failure = 'failure' in opened ? (opened.failure as WorkResult | undefined) : undefined;
  const initDuration = known ? undefined : NODE_START_MS + random.integer(4000) / 100 + environment.spent;
  if (failure)
    log.failed(after(environment.spent), 'undefined', 'Uncaught Exception', failure, INIT_LIMIT_MS / 1000);
  log.add(start, `START RequestId: ${requestId} Version: ${version.id}`);
  const result =
    failure ??
    limited(
      environment.invoke(event, factsOf(invocation, logStream), {
        ...{ begin: start, timeoutMilliseconds: settings.timeout * 1000 },
        write: (level, text, at) => log.written(at, requestId, level, text),
      }),
    );
  const spent = failure ? 0 : environment.spent;
  if (!failure) log.failed(after(spent), requestId, 'Invoke Error', result, settings.timeout);
  const duration =
    result.kind === 'timed-out' ? settings.timeout * 1000 : spent + 1 + random.integer(400) / 100;
  const usedMegabytes = Math.min(settings.memorySize, NODE_MEGABYTES + environment.usedMegabytes);
  log.ended(
    after(spent),
    {
      ...{ requestId, version: version.id, memorySize: settings.memorySize },
      usedMegabytes,
      duration,
      initDuration,
    },
    result,
  );
  if (result.kind === 'timed-out' || result.kind === 'exited' || result.kind === 'out-of-memory')
    dropEnvironment(one, version, context);
  else if (known) known.lastUsed = start;
  await writeLog(invocation, logStream, log, context);
  return result.kind === 'returned'
    ? { payload: result.payload, failed: false, log }
    : { payload: failurePayload(result, requestId, settings.timeout), failed: true, log };
}

/** Our wording. */
function checkLanguage(runtime: string): void {
  if (/^nodejs/.test(runtime)) return;
  const language = /^python/.test(runtime) ? 'Python' : runtime;
  throw new ServiceError(501, 'NotImplemented', `The Tejun sandbox does not run ${language} handlers.`);
}

function limited(result: WorkResult): WorkResult {
  if (result.kind !== 'returned' || new TextEncoder().encode(result.payload).length <= MOST_ANSWERED)
    return result;
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${MOST_ANSWERED} bytes).`;
  const payload = { errorMessage, errorType: 'Function.ResponseSizeTooLarge' };
  return { kind: 'threw', error: { payload } };
}

/** The members of a handler's `context` (Developer Guide, "Using the Lambda context object"). */
function factsOf({ one, version, requestId, invokedArn }: Invocation, logStreamName: string) {
  return {
    functionVersion: version.id,
    functionName: one.name,
    memoryLimitInMB: String(version.settings.memorySize),
    logGroupName: version.settings.logGroup,
    logStreamName,
    invokedFunctionArn: invokedArn,
    awsRequestId: requestId,
  };
}

async function writeLog(
  { one, version }: Invocation,
  stream: string,
  { lines }: InvocationLog,
  { call }: RunContext,
): Promise<void> {
  const { logGroup: group } = version.settings;
  const as = executionIdentity(one, version);
  const events = lines.map(({ at, text }) => ({ timestamp: at.getTime(), message: text }));
  await writeLogEvents(call, { group, stream, region: one.region, as }, events);
}
