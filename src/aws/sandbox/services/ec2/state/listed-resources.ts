import type { Clock } from '../../../clock/index.ts';
import { type ListedResource, nameTag } from '../../../operation/index.ts';
import { endpointState, natState, stateOf } from '../lifecycle.ts';
import type { Compute } from './compute-types.ts';
import type { Ec2Resource, Networks } from './types.ts';

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

/** Lists what the networks are made of; DHCP options and network ACLs only beside those of a new VPC. */
export function networkResources(networks: Networks, clock: Clock): ListedResource[] {
  return [
    ...eachResource('VPC', networks.vpcs, ({ cidrBlock, isDefault }) => ({
      CidrBlock: cidrBlock,
      ...(isDefault && { IsDefault: 'true' }),
    })),
    ...eachResource('Subnet', networks.subnets, ({ vpcId, cidrBlock, availabilityZone }) => ({
      ...{ VpcId: vpcId, CidrBlock: cidrBlock, AvailabilityZone: availabilityZone },
    })),
    ...eachResource('InternetGateway', networks.internetGateways, ({ vpcId = '' }) => ({ VpcId: vpcId })),
    ...eachResource('RouteTable', networks.routeTables, ({ vpcId, routes }) => ({
      ...{ VpcId: vpcId, Routes: routes.map(({ destination }) => destination).join(', ') },
    })),
    ...eachResource('SecurityGroup', networks.securityGroups, ({ name, vpcId, rules }) => ({
      ...{ GroupName: name, VpcId: vpcId, Rules: String(rules.length) },
    })),
    ...eachResource('NetworkAcl', networks.networkAcls, ({ vpcId, isDefault }) =>
      isDefault ? undefined : { VpcId: vpcId },
    ),
    ...eachResource('EIP', networks.addresses, ({ publicIp }) => ({ PublicIp: publicIp })),
    ...eachResource('NatGateway', networks.natGateways, (gateway) => ({
      ...{ State: natState(gateway, clock), SubnetId: gateway.subnetId },
    })),
    ...eachResource('NetworkInterface', networks.networkInterfaces, ({ privateIp, subnetId }) => ({
      ...{ PrivateIpAddress: privateIp, SubnetId: subnetId },
    })),
    ...eachResource('VPCEndpoint', networks.vpcEndpoints, (endpoint) => ({
      ...{ State: endpointState(endpoint, clock), ServiceName: endpoint.serviceName },
    })),
    ...eachResource('VPCPeeringConnection', networks.peerings, ({ status }) => ({ Status: status })),
  ];
}

/** Lists the resources of a kind, without those of which nothing is to be shown or that are deleted. */
function eachResource<Resource extends Ec2Resource>(
  noun: string,
  resources: ReadonlyMap<string, Resource>,
  detailsOf: (resource: Resource) => Readonly<Record<string, string>> | undefined,
): ListedResource[] {
  return [...resources.values()].flatMap((resource) => {
    const details = detailsOf(resource);
    if (!details || details.State === 'deleted') return [];
    const { id, region, tags } = resource;
    return [{ type: `AWS::EC2::${noun}`, id, region, details: { ...nameTag(tags), ...details } }];
  });
}
