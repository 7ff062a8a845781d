import type {
  CreateEventSourceMappingRequest,
  UpdateEventSourceMappingRequest,
} from '@aws-sdk/client-lambda';
import { parseEventPattern } from '../../event-pattern/index.ts';
import { type OperationContext, ServiceError } from '../../operation/index.ts';
import type { EventSourceSettings } from './event-source-state.ts';
import { executionIdentity } from './execution-role.ts';
import { readFunctionName, versionOf } from './find-function.ts';
import { invalidLambdaParameter } from './lambda-errors.ts';
import { functionsIn } from './lambda-state.ts';
import { isStream, newestRecord, type Reader } from './stream-source.ts';

type Input = Omit<CreateEventSourceMappingRequest, 'FunctionName'> &
  Pick<UpdateEventSourceMappingRequest, 'FunctionName'>;
type Context = Pick<OperationContext<unknown>, 'state' | 'region' | 'call'>;

const DEFAULTS = { windowSeconds: 0, reportsItems: false, enabled: true };
/** Developer Guide: the batch size of a mapping that names none. */
const BATCH_SIZE = { queue: 10, stream: 100 };
/** Developer Guide, "Creating and configuring an Amazon SQS event source mapping". */
const MOST_AT_ONCE = 10;
const MOST_OF_FIFO = 10;

/** Reads the settings of a mapping; a change keeps those `before` that it does not name. Throws InvalidParameterValueException. */
export function readEventSource(
  input: Input,
  sourceArn: string,
  context: Context,
  before?: EventSourceSettings,
): EventSourceSettings {
  const { FunctionName, BatchSize, MaximumBatchingWindowInSeconds: window, Enabled } = input;
  const kind = isStream(sourceArn) ? 'stream' : 'queue';
  const old = before ?? { ...DEFAULTS, batchSize: BATCH_SIZE[kind], functionName: '' };
  const { functionName, qualifier } = FunctionName === undefined ? old : findTarget(FunctionName, context);
  const settings: EventSourceSettings = {
    ...{ functionName, qualifier },
    batchSize: BatchSize ?? old.batchSize,
    windowSeconds: window ?? old.windowSeconds,
    filters: input.FilterCriteria ? readFilters(input) : before?.filters,
    reportsItems: input.FunctionResponseTypes ? input.FunctionResponseTypes.length > 0 : old.reportsItems,
    maximumConcurrency: input.ScalingConfig
      ? input.ScalingConfig.MaximumConcurrency
      : before?.maximumConcurrency,
    maximumRetries: input.MaximumRetryAttempts ?? before?.maximumRetries,
    enabled: Enabled ?? old.enabled,
  };
  // Our wording, for settings of the other kind of source.
  if (kind === 'stream' && settings.maximumConcurrency !== undefined)
    throw invalidLambdaParameter('Unsupported parameter ScalingConfig for given event source mapping type.');
  if (kind === 'stream') return settings;
  if (settings.maximumRetries !== undefined)
    throw invalidLambdaParameter(
      'Unsupported parameter MaximumRetryAttempts for given event source mapping type.',
    );
  if (settings.batchSize > MOST_AT_ONCE && settings.windowSeconds === 0)
    throw invalidLambdaParameter(
      'Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10',
    );
  return settings;
}

function findTarget(FunctionName: string, context: Context) {
  const { name, qualifier } = readFunctionName({ FunctionName });
  const one = functionsIn(context).get(name);
  if (!one || !versionOf(one, qualifier)) throw invalidLambdaParameter('Function does not exist');
  return { functionName: name, qualifier };
}

function readFilters({ FilterCriteria }: Input): readonly string[] | undefined {
  const patterns = (FilterCriteria?.Filters ?? []).map(({ Pattern = '' }) => Pattern);
  for (const pattern of patterns)
    try {
      parseEventPattern(pattern);
    } catch {
      throw invalidLambdaParameter('Invalid filter pattern definition.');
    }
  return patterns.length > 0 ? patterns : undefined;
}

const QUEUE = /^arn:aws[\w-]*:sqs:([a-z\d-]+):(\d{12}):([\w-]+(?:\.fifo)?)$/;

/** The address that SQS knows a queue by; undefined for the ARN of something else. */
export function queueUrlOf(arn: string): string | undefined {
  const [, region, account, name] = QUEUE.exec(arn) ?? [];
  return name === undefined ? undefined : `https://sqs.${region}.amazonaws.com/${account}/${name}`;
}

/** Actions of a function's role on a queue, in the order in which AWS asks for them. */
const NEEDED = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'] as const;

/**
 * Checks that the function can work off the source: it is there, and the function's role may use it. A queue must hide a
 * message for as long as the function may take; of a stream, the result is where to begin. Throws
 * InvalidParameterValueException.
 */
export async function checkSource(
  sourceArn: string,
  settings: EventSourceSettings,
  context: Context,
): Promise<string | undefined> {
  if (sourceArn === '') throw invalidLambdaParameter('Unrecognized event source.');
  const QueueUrl = queueUrlOf(sourceArn);
  if (QueueUrl === undefined && !isStream(sourceArn))
    throw new ServiceError(
      501,
      'NotImplemented',
      'The Tejun sandbox simulates event sources of SQS queues and DynamoDB streams only.',
    );
  // Our wording.
  if (sourceArn.split(':')[3] !== context.region)
    throw invalidLambdaParameter('The event source must be in the Region of the function.');
  const one = functionsIn(context).get(settings.functionName);
  const version = one && versionOf(one, settings.qualifier);
  if (!version) throw invalidLambdaParameter('Function does not exist');
  if (QueueUrl === undefined) return newestRecord(sourceArn, { one, version }, context);
  await checkQueue(QueueUrl, settings, { one, version }, context);
  return undefined;
}

async function checkQueue(
  QueueUrl: string,
  settings: EventSourceSettings,
  { one, version }: Reader,
  context: Context,
): Promise<void> {
  if (QueueUrl.endsWith('.fifo') && settings.batchSize > MOST_OF_FIFO)
    // Our wording.
    throw invalidLambdaParameter('The batch size of a FIFO queue must not be greater than 10.');
  const { timeout } = version.settings;
  const as = executionIdentity(one, version);
  const ask = (operation: string, input: object) =>
    context.call({ service: 'sqs', operation, region: context.region, as, input: { QueueUrl, ...input } });
  // The first two are asked with an input that SQS refuses: nothing is received, and nothing is deleted.
  const inputs = { ReceiveMessage: { MaxNumberOfMessages: 0 }, DeleteMessage: { ReceiptHandle: '-' } };
  for (const operation of NEEDED.slice(0, 2) as (keyof typeof inputs)[])
    await ask(operation, inputs[operation]).catch((error) => refuse(error, operation));
  const answer = await ask('GetQueueAttributes', { AttributeNames: ['VisibilityTimeout'] }).catch((error) =>
    refuse(error, 'GetQueueAttributes'),
  );
  const hidden = Number((answer as { Attributes?: Record<string, string> }).Attributes?.VisibilityTimeout);
  // Text as users of AWS quote it.
  if (hidden < timeout)
    throw invalidLambdaParameter(
      `Queue visibility timeout: ${hidden} seconds is less than Function timeout: ${timeout} seconds`,
    );
}

/** Texts as users of AWS quote them. */
function refuse(error: unknown, operation: string): void {
  if (!(error instanceof ServiceError)) throw error;
  if (/AccessDenied/.test(error.code) || error.status === 403)
    throw invalidLambdaParameter(
      `The function execution role does not have permissions to call ${operation} on SQS`,
    );
  // Lambda names the error as the query protocol of SQS does.
  if (error.code === 'QueueDoesNotExist')
    throw invalidLambdaParameter(
      `Error occurred while ${operation}. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: ${error.message}`,
    );
}
