import { s3HostId, s3RequestId } from '../../identifiers/index.ts';
import { type AccountState, failureOf, type OperationContext, ServiceError } from '../../operation/index.ts';
import { invokeFunction, publishToTopic, sendToQueue } from '../../targets.ts';
import { bucketArn } from './find-bucket.ts';
import type { BucketRecord, NotificationRule } from './state/index.ts';

type Context = Pick<OperationContext<unknown>, 'state' | 'clock' | 'random' | 'call'>;
type Bucket = Pick<BucketRecord, 'name'>;

/**
 * Checks that the bucket may notify the targets of its rules: queues and topics get a test event, functions are asked
 * without being run. Throws InvalidArgument that names each target which refuses (User Guide, "Event message structure").
 */
export async function checkTargets(
  rules: readonly NotificationRule[],
  bucket: Bucket,
  context: Context,
): Promise<void> {
  const { clock, random } = context;
  const test = {
    Service: 'Amazon S3',
    Event: 's3:TestEvent',
    Time: clock.account().toISOString(),
    Bucket: bucket.name,
    RequestId: s3RequestId(random),
    HostId: s3HostId(random),
  };
  const refused: { readonly arn: string; readonly reason: string }[] = [];
  for (const rule of rules) {
    const failure = await failureOf(send(rule, test, bucket, context, 'DryRun'));
    if (failure) refused.push({ arn: rule.arn, reason: reasonOf(rule, failure, context) });
  }
  if (refused.length === 0) return;
  const elements = refused.flatMap(({ arn, reason }, index) => [
    [`ArgumentName${index + 1}`, arn],
    [`ArgumentValue${index + 1}`, reason],
  ]);
  const message = 'Unable to validate the following destination configurations';
  throw new ServiceError(400, 'InvalidArgument', message, Object.fromEntries(elements));
}

/** Sends records to the target of a rule; one that refuses them gets none, as on AWS. */
export async function notifyTarget(
  rule: NotificationRule,
  records: readonly object[],
  bucket: Bucket,
  context: Context,
): Promise<void> {
  await failureOf(send(rule, { Records: records }, bucket, context, 'Event'));
}

/** `invocation`: how a function is asked. */
async function send(
  { element, arn }: NotificationRule,
  event: object,
  bucket: Bucket,
  { call }: Context,
  invocation: 'Event' | 'DryRun',
): Promise<void> {
  const as = {
    kind: 'service',
    name: 's3.amazonaws.com',
    sourceArn: bucketArn({ Bucket: bucket.name }),
  } as const;
  const text = JSON.stringify(event);
  if (element === 'Queue') await sendToQueue(arn, { MessageBody: text }, { call, as });
  else if (element === 'Topic')
    await publishToTopic(arn, { Message: text, Subject: 'Amazon S3 Notification' }, { call, as });
  else await invokeFunction(arn, text, { call, as }, invocation);
}

const KINDS = {
  Queue: { type: 'AWS::SQS::Queue', name: 'queue' },
  Topic: { type: 'AWS::SNS::Topic', name: 'topic' },
  CloudFunction: { type: 'AWS::Lambda::Function', name: 'Lambda' },
} as const;

/** Texts that users of S3 quote. A target's own error is not told: policies refuse before it is looked for. */
function reasonOf(
  { element, arn }: NotificationRule,
  failure: ServiceError,
  { state, clock }: { readonly state: AccountState; readonly clock: Context['clock'] },
): string {
  const { type, name } = KINDS[element];
  const [, , , region, , ...rest] = arn.split(':');
  const id = element === 'CloudFunction' ? rest[1] : rest[0];
  const isThere = state
    .resources(clock)
    .some((one) => one.type === type && one.region === region && one.id === id);
  if (!isThere) return `The destination ${name} does not exist`;
  if (element === 'CloudFunction') return `Not authorized to invoke function [${arn}]`;
  if (failure.status !== 403 && !/AccessDenied|AuthorizationError/.test(failure.code)) return failure.message;
  return `Permissions on the destination ${name} do not allow S3 to publish notifications from this bucket`;
}
