import type * as Ec2 from '@aws-sdk/client-ec2';
import type { Clock } from '../../clock/index.ts';
import type { AccountState } from '../../state/index.ts';
import { secondsSince } from './lifecycle.ts';
import { computeOf, type Snapshot, type Volume } from './state/index.ts';
import { someTags } from './tag-specifications.ts';

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
