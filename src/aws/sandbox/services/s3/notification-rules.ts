import type { NotificationConfiguration, NotificationConfigurationFilter } from '@aws-sdk/client-s3';
import { invalidArgument, malformedXml } from './s3-errors.ts';
import type { NotificationRule } from './state/index.ts';

/** S3 User Guide, "Supported event types for SQS, SNS, and Lambda". */
const EVENTS: ReadonlySet<string> = new Set(
  [
    ...['ReducedRedundancyLostObject', 'LifecycleTransition', 'IntelligentTiering', 'ObjectAcl:Put'],
    ...['*', 'Put', 'Post', 'Copy', 'CompleteMultipartUpload'].map((kind) => `ObjectCreated:${kind}`),
    ...['*', 'Delete', 'DeleteMarkerCreated'].map((kind) => `ObjectRemoved:${kind}`),
    ...['*', 'Post', 'Completed', 'Delete'].map((kind) => `ObjectRestore:${kind}`),
    ...['*', 'OperationFailedReplication', 'OperationNotTracked'].map((kind) => `Replication:${kind}`),
    ...['OperationMissedThreshold', 'OperationReplicatedAfterThreshold'].map((kind) => `Replication:${kind}`),
    ...['*', 'Delete', 'DeleteMarkerCreated'].map((kind) => `LifecycleExpiration:${kind}`),
    ...['*', 'Put', 'Delete'].map((kind) => `ObjectTagging:${kind}`),
  ].map((name) => `s3:${name}`),
);

/** Reads the rules of a configuration for a bucket in a Region. Throws a ServiceError. Texts of S3. */
export function readNotificationRules(
  configuration: NotificationConfiguration,
  region: string,
): readonly NotificationRule[] {
  const { TopicConfigurations, QueueConfigurations, LambdaFunctionConfigurations } = configuration;
  const rules = [
    ...(TopicConfigurations ?? []).map((rule) => readRule('Topic', rule.TopicArn, rule)),
    ...(QueueConfigurations ?? []).map((rule) => readRule('Queue', rule.QueueArn, rule)),
    ...(LambdaFunctionConfigurations ?? []).map((rule) =>
      readRule('CloudFunction', rule.LambdaFunctionArn, rule),
    ),
  ];
  for (const { arn, element } of rules) checkArn(arn, element, region);
  for (const [index, rule] of rules.entries())
    for (const other of rules.slice(index + 1)) refuseOverlap(rule, other);
  return rules;
}

interface StatedRule {
  readonly Id?: string | undefined;
  readonly Events?: readonly string[] | undefined;
  readonly Filter?: NotificationConfigurationFilter | undefined;
}

function readRule(
  element: NotificationRule['element'],
  arn: string | undefined,
  { Id = '', Events = [], Filter }: StatedRule,
): NotificationRule {
  if (arn === undefined || Events.length === 0) throw malformedXml();
  for (const event of Events)
    if (!EVENTS.has(event))
      throw invalidArgument('A specified event is not supported for notifications.', 'Event', event);
  const found = { prefix: '', suffix: '' };
  for (const { Name = '', Value = '' } of Filter?.Key?.FilterRules ?? []) {
    // As recorded on AWS: `Prefix` is a prefix too.
    const name = Name.toLowerCase();
    if (name !== 'prefix' && name !== 'suffix')
      throw invalidArgument('filter rule name must be either prefix or suffix', 'FilterRule.Name', Name);
    found[name] = Value;
  }
  return { id: Id, element, arn, events: Events, ...found };
}

const SERVICES = { Topic: 'sns', Queue: 'sqs', CloudFunction: 'lambda' } as const;

function checkArn(arn: string, element: NotificationRule['element'], region: string): void {
  const [start, partition = '', service, place = '', account = '', name = ''] = arn.split(':');
  const isArn = start === 'arn' && partition.startsWith('aws') && service === SERVICES[element];
  if (!isArn || !/^\d{12}$/.test(account) || name === '')
    throw invalidArgument('The ARN could not be parsed', element, arn);
  if (place !== region)
    throw invalidArgument(
      'The notification destination service region is not valid for the bucket location constraint',
      element,
      arn,
    );
  // "FIFO queues aren't supported as an Amazon S3 event notification destination" (User Guide); the text is ours.
  if (arn.endsWith('.fifo'))
    throw invalidArgument('FIFO queues and topics are no destinations of notifications', element, arn);
}

/** Two rules must never both take one event of one object (User Guide, "Configuring notifications with filtering"). */
function refuseOverlap(one: NotificationRule, other: NotificationRule): void {
  const shared = one.events.find((event) =>
    other.events.some((name) => covers(event, name) || covers(name, event)),
  );
  if (shared === undefined) return;
  const isFiltered = [one, other].some(({ prefix, suffix }) => prefix !== '' || suffix !== '');
  if (!isFiltered)
    throw invalidArgument(
      'Configurations overlap. Configurations on the same bucket cannot share a common event type.',
      'Event',
      `${one.events.join(', ')}, ${other.events.join(', ')}`,
    );
  const starts = one.prefix.startsWith(other.prefix) || other.prefix.startsWith(one.prefix);
  const ends = one.suffix.endsWith(other.suffix) || other.suffix.endsWith(one.suffix);
  if (starts && ends)
    throw invalidArgument(
      'Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are overlapping for the same event type.',
      'Event',
      shared,
    );
}

/** Tells whether an event type, which may end with `*`, takes another one. */
function covers(type: string, event: string): boolean {
  return type === event || (type.endsWith('*') && event.startsWith(type.slice(0, -1)));
}

/** Tells whether a rule takes an event of a key. */
export function takes({ events, prefix, suffix }: NotificationRule, event: string, key: string): boolean {
  return events.some((type) => covers(type, event)) && key.startsWith(prefix) && key.endsWith(suffix);
}
