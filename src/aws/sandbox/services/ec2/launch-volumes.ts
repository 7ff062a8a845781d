import type * as Ec2 from '@aws-sdk/client-ec2';
import { type OperationContext, unreadPaths } from '../../operation/index.ts';
import { ec2NotSimulated, invalidParameterValue } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import type { Image } from './images.ts';
import { computeOf, type Instance } from './state/index.ts';
import { tagsAmong } from './tag-specifications.ts';
import { performanceOf } from './volumes.ts';

type Launch = OperationContext<Ec2.RunInstancesRequest>;

const READ = [
  ...['DeleteOnTermination', 'Iops', 'SnapshotId', 'VolumeSize', 'VolumeType', 'Throughput', 'Encrypted'],
];

/** Makes an instance's volumes: those of its image, as the request changes them, and more that it asks for. */
export function attachVolumes(
  { input, state, random }: Launch,
  instance: Instance,
  devices: ReturnType<typeof blockDevicesOf>,
): void {
  const { volumes } = computeOf(state);
  for (const { device, ebs, performance, snapshotId, size, type, deleteOnTermination } of devices) {
    const id = newId(random, kinds.volume.prefix);
    volumes.set(id, {
      ...{ id, region: instance.region, availabilityZone: instance.availabilityZone, size, type },
      tags: tagsAmong(input.TagSpecifications, kinds.volume),
      ...performance,
      ...{ encrypted: ebs?.Encrypted ?? false, snapshotId, created: instance.launchTime },
      attachment: { instanceId: instance.id, device, time: instance.launchTime, deleteOnTermination },
    });
  }
}

/** Resolves the block devices of a new instance. Throws for what AWS refuses, before anything is made. */
export function blockDevicesOf(image: Image, mappings: readonly Ec2.BlockDeviceMapping[]) {
  for (const { VirtualName, NoDevice, Ebs } of mappings) {
    if (VirtualName ?? NoDevice) throw ec2NotSimulated('BlockDeviceMappings with VirtualName or NoDevice');
    const [unread] = unreadPaths({ ...Ebs }, READ);
    if (unread !== undefined) throw ec2NotSimulated(`BlockDeviceMappings with Ebs.${unread}`);
  }
  const names = new Set([
    ...image.devices.map(({ device }) => device),
    ...mappings.map(({ DeviceName = '' }) => DeviceName),
  ]);
  return [...names].map((device) => {
    const own = image.devices.find((one) => one.device === device);
    const ebs = mappings.find(({ DeviceName }) => DeviceName === device)?.Ebs;
    const size = ebs?.VolumeSize ?? own?.size;
    if (size === undefined)
      throw invalidParameterValue(
        `Invalid value for VolumeSize of ${device}: a size or a snapshot is needed.`,
      );
    if (own && size < own.size) throw ebsTooSmall(size, own.snapshotId, own.size);
    const type = ebs?.VolumeType ?? own?.type ?? 'gp2';
    return {
      ...{ device, ebs, size, type, performance: performanceOf(type, size, ebs?.Iops, ebs?.Throughput) },
      snapshotId: ebs?.SnapshotId ?? own?.snapshotId,
      deleteOnTermination: ebs?.DeleteOnTermination ?? true,
    };
  });
}

const ebsTooSmall = (size: number, snapshot: string, least: number) =>
  invalidParameterValue(
    `Volume of size ${size}GB is smaller than snapshot '${snapshot}', expect size >= ${least}GB`,
  );
