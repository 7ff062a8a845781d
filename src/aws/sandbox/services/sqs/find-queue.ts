import { type AccountState, type OperationContext, ServiceError } from '../../operation/index.ts';
import { noSuchQueue } from './sqs-errors.ts';
import { type Queue, sqsOf } from './sqs-state.ts';

type Context = OperationContext<{
  readonly QueueUrl?: string | undefined;
  readonly QueueName?: string | undefined;
}>;

export function queueArn(region: string, { account }: AccountState, name: string): string {
  return `arn:aws:sqs:${region}:${account.id}:${name}`;
}

export function queueUrl(region: string, { account }: AccountState, name: string): string {
  return `https://sqs.${region}.amazonaws.com/${account.id}/${name}`;
}

/** The account and the name in a queue's URL: the last two segments of its path; undefined for another text. */
function partsOf(url: string | undefined): { account: string; name: string } | undefined {
  const [, account, name] =
    /^https?:\/\/[^/]+\/(?:.*\/)?(\d{12})\/([\w-]+(?:\.fifo)?)$/.exec(url ?? '') ?? [];
  return account !== undefined && name !== undefined ? { account, name } : undefined;
}

/** The queue that a URL names. Throws QueueDoesNotExist or InvalidAddress. */
export function findQueue({ input, state, region }: Context): Queue {
  const parts = partsOf(input.QueueUrl);
  if (!parts)
    throw new ServiceError(
      404,
      'InvalidAddress',
      `The address ${input.QueueUrl} is not valid for this endpoint.`,
    );
  const queue = sqsOf(state).queues.get(queueArn(region, state, parts.name));
  if (!queue || parts.account !== state.account.id) throw noSuchQueue();
  return queue;
}

/** An action on the queue whose URL the input has. Denials name actions in small letters, as SQS does. */
export function onQueue(action: string) {
  return {
    action: `sqs:${action}`,
    resource: ({ input, state, region }: Context) => {
      const { account = state.account.id, name = '' } = partsOf(input.QueueUrl) ?? {};
      return `arn:aws:sqs:${region}:${account}:${name}`;
    },
    policy: ({ input, state, region }: Context) =>
      policyOf(sqsOf(state).queues.get(queueArn(region, state, partsOf(input.QueueUrl)?.name ?? ''))),
    namesResource: true,
  };
}

/** A queue's own policy, as data. */
function policyOf(queue: Queue | undefined): unknown {
  const text = queue?.attributes.get('Policy');
  return text ? JSON.parse(text) : undefined;
}

/** An action on a queue by its name. */
export function onName(action: string) {
  return {
    action: `sqs:${action}`,
    resource: ({ input, state, region }: Context) => queueArn(region, state, input.QueueName ?? ''),
    policy: ({ input, state, region }: Context) =>
      policyOf(sqsOf(state).queues.get(queueArn(region, state, input.QueueName ?? ''))),
    namesResource: true,
  };
}
