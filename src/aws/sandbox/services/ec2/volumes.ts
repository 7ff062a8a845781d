import type * as Ec2 from '@aws-sdk/client-ec2';
import { ZONES } from '../../catalogue/aws-regions.ts';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error, ec2MissingParameter, invalidParameterValue } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { computeOf, type Volume } from './state/index.ts';
import { tagsFor, toAttachment, toVolume, volumeState, volumesOf } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.volume;

/** GiB; "VolumeSize" of the API reference, CreateVolume. */
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  gp2: [1, 16_384],
  gp3: [1, 65_536],
  io1: [4, 16_384],
  io2: [4, 65_536],
  st1: [125, 16_384],
  sc1: [125, 16_384],
  standard: [1, 1024],
};

export default {
  CreateVolume: defineOperation<Ec2.CreateVolumeRequest, Ec2.Volume>({
    constraints: { VolumeType: { values: Object.keys(SIZES), source: 'API reference, VolumeType' } },
    reads: [
      ...(['DryRun', 'AvailabilityZone', 'Size', 'SnapshotId', 'Iops', 'Throughput', 'Encrypted'] as const),
      ...(['TagSpecifications', 'ClientToken'] as const),
    ],
    access: ec2PermissionToCreate('CreateVolume', kind),
    handle: ({ input, state, region, random, clock }) => {
      const { AvailabilityZone = '', SnapshotId, Size, VolumeType = 'gp2' } = input;
      const { volumes, snapshots } = computeOf(state);
      if (!ZONES.some((zone) => zone.name === AvailabilityZone && zone.region.name === region))
        throw ec2Error('InvalidZone.NotFound', `The zone '${AvailabilityZone}' does not exist.`);
      const snapshot =
        SnapshotId === undefined ? undefined : find(snapshots, SnapshotId, kinds.snapshot, region);
      const size = Size ?? snapshot?.size;
      if (size === undefined) throw ec2MissingParameter('size/snapshot');
      const [least = 1, most = 1] = SIZES[VolumeType] ?? [];
      if (size < least)
        throw invalidParameterValue(`Volume of ${size}GiB is too small; minimum is ${least}GiB.`);
      if (size > most)
        throw invalidParameterValue(
          `Volume of ${size}GiB is too large for volume type ${VolumeType}; maximum is ${most}GiB.`,
        );
      if (snapshot && size < snapshot.size)
        throw ec2Error(
          'InvalidParameterValue',
          `The volume size must be equal to or larger than the snapshot size of ${snapshot.size}GiB.`,
        );
      const volume: Volume = {
        ...{ id: newId(random, kind.prefix), region, tags: tagsFor(input.TagSpecifications, kind) },
        ...{ availabilityZone: AvailabilityZone, size, type: VolumeType },
        ...performanceOf(VolumeType, size, input.Iops, input.Throughput),
        encrypted: input.Encrypted ?? snapshot?.encrypted ?? false,
        snapshotId: SnapshotId,
        created: accountTime(clock),
      };
      volumes.set(volume.id, volume);
      const { Attachments: _, ...shown } = toVolume(volume, clock);
      return { ...shown, State: 'creating' };
    },
  }),

  DescribeVolumes: defineOperation<Ec2.DescribeVolumesRequest, Ec2.DescribeVolumesResult>({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'VolumeIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeVolumes'),
    handle: (context) => {
      const { input, state, region, clock } = context;
      const volumes = inRegion(computeOf(state).volumes, region);
      const page = selectPage(volumes, input.VolumeIds, kind, input, filters(context));
      return { Volumes: page.items.map((volume) => toVolume(volume, clock)), NextToken: page.next };
    },
  }),

  DeleteVolume: defineOperation<Ec2.DeleteVolumeRequest, object>({
    reads: ['DryRun', 'VolumeId'],
    access: permissionToChange('DeleteVolume', kind, 'VolumeId'),
    handle: (context) => {
      const volume = volumeOf(context);
      if (volume.attachment)
        throw ec2Error(
          'VolumeInUse',
          `Volume ${volume.id} is currently attached to ${volume.attachment.instanceId}`,
        );
      computeOf(context.state).volumes.delete(volume.id);
      return {};
    },
  }),

  AttachVolume: defineOperation<Ec2.AttachVolumeRequest, Ec2.VolumeAttachment>({
    reads: ['DryRun', 'VolumeId', 'InstanceId', 'Device'],
    access: permissionToChange('AttachVolume', kind, 'VolumeId'),
    handle: (context) => {
      const { input, state, region, clock } = context;
      const volume = volumeOf(context);
      const instance = find(computeOf(state).instances, input.InstanceId, kinds.instance, region);
      const { Device = '' } = input;
      if (volume.attachment) throw ec2Error('VolumeInUse', `${volume.id} is already attached to an instance`);
      if (volumeState(volume, clock) !== 'available')
        throw ec2Error('IncorrectState', `Volume '${volume.id}' is in the 'creating' state.`);
      if (instance.phase === 'terminated')
        throw ec2Error('IncorrectState', `Instance '${instance.id}' is not 'running'.`);
      if (volume.availabilityZone !== instance.availabilityZone)
        throw ec2Error(
          'InvalidVolume.ZoneMismatch',
          `The volume '${volume.id}' is not in the same availability zone as instance '${instance.id}'`,
        );
      if (!/^(\/dev\/(sd[a-z]\d{0,2}|xvd[a-z]{1,2}\d{0,2}|hd[a-z]\d{0,2})|xvd[a-z]{1,2})$/.test(Device))
        throw invalidParameterValue(
          `Value (${Device}) for parameter device is invalid. ${Device} is not a valid EBS device name.`,
        );
      if (volumesOf(state, instance.id).some(({ attachment }) => attachment?.device === Device))
        throw invalidParameterValue(
          `Invalid value '${Device}' for unixDevice. Attachment point ${Device} is already in use`,
        );
      volume.attachment = {
        ...{ instanceId: instance.id, device: Device, time: accountTime(clock), deleteOnTermination: false },
      };
      const { DeleteOnTermination: _, ...shown } = toAttachment(volume, volume.attachment);
      return { ...shown, State: 'attaching' };
    },
  }),

  DetachVolume: defineOperation<Ec2.DetachVolumeRequest, Ec2.VolumeAttachment>({
    reads: ['DryRun', 'VolumeId', 'InstanceId', 'Device', 'Force'],
    access: permissionToChange('DetachVolume', kind, 'VolumeId'),
    handle: (context) => {
      const { input, state, region, clock } = context;
      const volume = volumeOf(context);
      const { attachment } = volume;
      if (!attachment) throw ec2Error('IncorrectState', `Volume '${volume.id}' is in the 'available' state.`);
      const instance = find(computeOf(state).instances, attachment.instanceId, kinds.instance, region);
      const others = [input.InstanceId ?? instance.id, input.Device ?? attachment.device];
      if (others[0] !== instance.id || others[1] !== attachment.device)
        throw ec2Error(
          'InvalidAttachment.NotFound',
          `The volume '${volume.id}' is not attached to instance '${others[0]}' as device '${others[1]}'.`,
        );
      if (attachment.device === '/dev/xvda' && instance.phase === 'running')
        throw ec2Error(
          'OperationNotPermitted',
          `Unable to detach root volume '${volume.id}' from instance '${instance.id}'`,
        );
      volume.detached = accountTime(clock);
      const { DeleteOnTermination: _, ...shown } = toAttachment(volume, attachment);
      return { ...shown, State: 'detaching' };
    },
  }),
};

function volumeOf({
  input,
  state,
  region,
}: OperationContext<{ readonly VolumeId?: string | undefined }>): Volume {
  return find(computeOf(state).volumes, input.VolumeId, kind, region);
}

/** Baseline performance of the types (EBS User Guide, "Amazon EBS volume types"). */
export function performanceOf(
  type: string,
  size: number,
  iops?: number,
  throughput?: number,
): Pick<Volume, 'iops' | 'throughput'> {
  if (type === 'gp3') return { iops: iops ?? 3000, throughput: throughput ?? 125 };
  if (throughput !== undefined)
    throw ec2Error(
      'InvalidParameterCombination',
      `The parameter throughput is not supported for ${type} volumes.`,
    );
  if (type === 'gp2' && iops === undefined) return { iops: Math.min(16_000, Math.max(100, size * 3)) };
  if (type.startsWith('io')) {
    if (iops === undefined) throw ec2MissingParameter('iops');
    return { iops };
  }
  if (iops !== undefined)
    throw ec2Error('InvalidParameterCombination', `The parameter iops is not supported for ${type} volumes.`);
  return {};
}

/** The filters that the API reference lists. */
const filters = ({ clock }: OperationContext<object>): FilterValues<Volume> => ({
  'attachment.attach-time': ({ attachment }) => (attachment ? [attachment.time.toISOString()] : []),
  'attachment.delete-on-termination': ({ attachment }) =>
    attachment ? [attachment.deleteOnTermination] : [],
  'attachment.device': ({ attachment }) => (attachment ? [attachment.device] : []),
  'attachment.instance-id': ({ attachment }) => (attachment ? [attachment.instanceId] : []),
  'attachment.status': ({ attachment, detached }) =>
    attachment ? [detached ? 'detaching' : 'attached'] : [],
  'availability-zone': ({ availabilityZone }) => [availabilityZone],
  'create-time': ({ created }) => [created.toISOString()],
  encrypted: ({ encrypted }) => [encrypted],
  'fast-restored': () => [false],
  'multi-attach-enabled': () => [false],
  size: ({ size }) => [size],
  'snapshot-id': ({ snapshotId }) => [snapshotId ?? ''],
  status: (volume) => [volumeState(volume, clock)],
  'volume-id': ({ id }) => [id],
  'volume-type': ({ type }) => [type],
});
