import type * as Ec2 from '@aws-sdk/client-ec2';
import type { Tag as Ec2Tag, TagSpecification } from '@aws-sdk/client-ec2';
import type { Clock } from '../../clock/index.ts';
import type { AccountState } from '../../operation/index.ts';
import { ec2Error, invalidParameterValue } from './ec2-errors.ts';
import type { Ec2Kind } from './ec2-kinds.ts';
import { secondsSince } from './lifecycle.ts';
import { computeOf, type Snapshot, type Tag, type Volume } from './state/index.ts';

/** "The maximum number of tags per resource: 50" (EC2 User Guide, "Tag restrictions"). */
const MOST_TAGS = 50;

export const toEc2Tags = (tags: readonly Tag[]): Ec2Tag[] =>
  tags.map(({ key, value }) => ({ Key: key, Value: value }));

/** As most lists show tags: no element where there is none. */
export const someTags = (tags: readonly Tag[]): Ec2Tag[] | undefined =>
  tags.length > 0 ? toEc2Tags(tags) : undefined;

/** The tags that a new resource is created with. Throws for those of another kind. */
export function tagsFor(specifications: readonly TagSpecification[] | undefined, kind: Ec2Kind): Tag[] {
  return (specifications ?? []).flatMap(({ ResourceType, Tags = [] }) => {
    if (ResourceType !== kind.type)
      throw invalidParameterValue(
        `'${ResourceType}' is not a valid taggable resource type for this operation.`,
      );
    return mergeTags([], Tags);
  });
}

/** The same where a request also tags resources of other kinds, whose specifications are passed over. */
export const tagsAmong = (specifications: readonly TagSpecification[] | undefined, kind: Ec2Kind): Tag[] =>
  tagsFor(
    specifications?.filter(({ ResourceType }) => ResourceType === kind.type),
    kind,
  );

/** Tags with others added, which replace those of the same key. Throws for a tag that AWS refuses. */
export function mergeTags(tags: readonly Tag[], added: readonly Ec2Tag[]): Tag[] {
  const merged = new Map(tags.map((tag) => [tag.key, tag]));
  for (const { Key: key = '', Value: value = '' } of added) {
    if (key.startsWith('aws:'))
      throw invalidParameterValue("Tag keys starting with 'aws:' are reserved for internal use");
    if (key === '' || key.length > 127)
      throw invalidParameterValue(`Tag key exceeds the maximum length of 127 characters`);
    if (value.length > 255)
      throw invalidParameterValue(`Tag value exceeds the maximum length of 255 characters`);
    merged.set(key, { key, value });
  }
  if (merged.size > MOST_TAGS)
    throw ec2Error('TagLimitExceeded', 'The maximum number of Tags for a resource has been reached.');
  return [...merged.values()];
}

/** How long a volume is `creating` and a snapshot `pending`, in seconds: our choice. */
const [CREATING, PENDING] = [5, 60];

export const volumesOf = (state: AccountState, instanceId: string): Volume[] =>
  [...computeOf(state).volumes.values()].filter(({ attachment }) => attachment?.instanceId === instanceId);

export function volumeState({ attachment, created }: Volume, clock: Clock) {
  if (attachment) return 'in-use';
  return secondsSince(clock, created) < CREATING ? 'creating' : 'available';
}

const attachmentState = ({ detached }: Volume) => (detached ? 'detaching' : 'attached');

export const snapshotState = ({ started }: Snapshot, clock: Clock) =>
  secondsSince(clock, started) < PENDING ? 'pending' : 'completed';

export function toVolume(volume: Volume, clock: Clock): Ec2.Volume {
  const { attachment } = volume;
  const attachments = attachment ? [toAttachment(volume, attachment)] : [];
  return {
    Attachments: attachments,
    AvailabilityZone: volume.availabilityZone,
    CreateTime: volume.created,
    Encrypted: volume.encrypted,
    KmsKeyId: volume.kmsKeyId,
    Size: volume.size,
    SnapshotId: volume.snapshotId ?? '',
    State: volumeState(volume, clock),
    VolumeId: volume.id,
    Iops: volume.iops,
    Tags: someTags(volume.tags),
    VolumeType: volume.type as Ec2.VolumeType,
    MultiAttachEnabled: false,
    Throughput: volume.throughput,
  };
}

export const toAttachment = (
  volume: Volume,
  { time, device, instanceId, deleteOnTermination }: NonNullable<Volume['attachment']>,
) => ({
  AttachTime: time,
  Device: device,
  InstanceId: instanceId,
  State: attachmentState(volume) as Ec2.VolumeAttachmentState,
  VolumeId: volume.id,
  DeleteOnTermination: deleteOnTermination,
});
