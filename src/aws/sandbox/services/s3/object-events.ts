import { SOURCE_IP } from '../../authorization/index.ts';
import { s3HostId, s3RequestId } from '../../identifiers/index.ts';
import { type Caller, identityOf } from '../../operation/index.ts';
import { bucketArn } from './find-bucket.ts';
import type { EventContext, ObjectEvent } from './make-event.ts';
import { takes } from './notification-rules.ts';
import { notifyTarget } from './notification-targets.ts';
import { ownerOf } from './owner.ts';
import type { BucketRecord } from './state/index.ts';

/** Sends an event of an object to the targets of the bucket's rules, and to EventBridge where it is asked for. */
export async function sendObjectEvent(
  event: ObjectEvent,
  bucket: BucketRecord,
  context: EventContext,
): Promise<void> {
  const { notifications } = bucket.settings;
  if (!notifications) return;
  const told = { ...event, sequencer: sequencerOf(notifications, context) };
  const rules = notifications.rules.filter((rule) => takes(rule, `s3:${event.name}`, event.key));
  for (const rule of rules)
    await notifyTarget(rule, [toRecord(told, rule.id, bucket, context)], bucket, context);
  if (notifications.configuration.EventBridgeConfiguration) publishEvent(told, bucket, context);
}

type ToldEvent = ObjectEvent & { readonly sequencer: string };

/** "Hexadecimal value used to determine event sequence" (User Guide): later events of a key have greater ones. */
function sequencerOf(notifications: { sent: number }, { clock }: EventContext): string {
  notifications.sent += 1;
  const hex = (value: number, length: number) => value.toString(16).toUpperCase().padStart(length, '0');
  return hex(clock.account().getTime(), 12) + hex(notifications.sent, 6);
}

/** A record of a notification, with its members as recorded on AWS. */
function toRecord(event: ToldEvent, configurationId: string, bucket: BucketRecord, context: EventContext) {
  const { name, key, size, etag, versionId, sequencer } = event;
  const { caller, state, clock, random } = context;
  return {
    eventVersion: /^(ObjectCreated|ObjectRemoved):/.test(name) ? '2.1' : '2.3',
    eventSource: 'aws:s3',
    awsRegion: bucket.region,
    eventTime: clock.account().toISOString(),
    eventName: name,
    userIdentity: { principalId: caller ? principalOf(caller, context) : 's3.amazonaws.com' },
    requestParameters: { sourceIPAddress: caller ? SOURCE_IP : 's3.amazonaws.com' },
    responseElements: { 'x-amz-request-id': s3RequestId(random), 'x-amz-id-2': s3HostId(random) },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId,
      bucket: {
        name: bucket.name,
        ownerIdentity: { principalId: ownerOf(state).ID },
        arn: bucketArn({ Bucket: bucket.name }),
      },
      object: {
        // "The key name value is URL encoded" (User Guide): a space is a plus.
        key: encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+'),
        size,
        eTag: etag?.replaceAll('"', ''),
        versionId,
        sequencer,
      },
    },
  };
}

function principalOf(caller: Caller, { state }: EventContext): string {
  if (caller.kind === 'anonymous') return 'Anonymous';
  if (caller.kind === 'service') return caller.name;
  return `AWS:${identityOf(caller, state).userId}`;
}

const DETAIL_TYPES: readonly (readonly [prefix: string, type: string])[] = [
  ['ObjectCreated:', 'Object Created'],
  ['ObjectRemoved:', 'Object Deleted'],
  ['LifecycleExpiration:', 'Object Deleted'],
  ['LifecycleTransition', 'Object Storage Class Changed'],
  ['ObjectTagging:Put', 'Object Tags Added'],
  ['ObjectTagging:Delete', 'Object Tags Deleted'],
];

/** User Guide, "EventBridge event message structure"; members as recorded on AWS. */
function publishEvent(event: ToldEvent, bucket: BucketRecord, context: EventContext): void {
  const { name, key, size, etag, versionId, sequencer, reason, storageClass } = event;
  const { caller, state, random } = context;
  const isDeletion = /^(ObjectRemoved|LifecycleExpiration):/.test(name);
  const isTags = name.startsWith('ObjectTagging:');
  const detailType = DETAIL_TYPES.find(([prefix]) => name.startsWith(prefix))?.[1] ?? name;
  context.publish({
    source: 'aws.s3',
    detailType,
    resources: [bucketArn({ Bucket: bucket.name })],
    region: bucket.region,
    detail: {
      version: '0',
      bucket: { name: bucket.name },
      object: { key, size, etag: etag?.replaceAll('"', ''), 'version-id': versionId, sequencer },
      'request-id': s3RequestId(random),
      requester: caller ? state.account.id : 's3.amazonaws.com',
      ...(caller && { 'source-ip-address': SOURCE_IP }),
      ...(!isTags && storageClass === undefined && { reason }),
      ...(isDeletion && {
        'deletion-type': name.endsWith(':Delete') ? 'Permanently Deleted' : 'Delete Marker Created',
      }),
      ...(storageClass !== undefined && { 'destination-storage-class': storageClass }),
    },
  });
}
