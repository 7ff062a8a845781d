import type { Clock } from '../../../clock/index.ts';
import type { ListedResource } from '../../../state/index.ts';
import { stateOf } from '../lifecycle.ts';
import type { Compute } from './compute-types.ts';
import { eachResource } from './network-resources.ts';

/** Lists instances and what belongs to them, without instances that are terminated. */
export function computeResources(compute: Compute, clock: Clock): ListedResource[] {
  return [
    ...eachResource('Instance', compute.instances, (instance) => {
      const state = stateOf(instance, clock);
      if (state === 'terminated') return undefined;
      return { State: state, InstanceType: instance.instanceType, SubnetId: instance.subnetId };
    }),
    ...eachResource('KeyPair', compute.keyPairs, ({ name }) => ({ KeyName: name })),
    ...eachResource('Volume', compute.volumes, ({ size, type, attachment }) => ({
      ...{ Size: `${size} GiB`, VolumeType: type, ...(attachment && { InstanceId: attachment.instanceId }) },
    })),
    ...eachResource('Snapshot', compute.snapshots, ({ volumeId }) => ({ VolumeId: volumeId })),
    ...eachResource('Image', compute.images, ({ name }) => ({ ImageName: name })),
    ...eachResource('LaunchTemplate', compute.launchTemplates, ({ name, latestVersion }) => ({
      ...{ LaunchTemplateName: name, LatestVersionNumber: String(latestVersion) },
    })),
  ];
}
