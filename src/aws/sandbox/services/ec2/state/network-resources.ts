import type { Clock } from '../../../clock/index.ts';
import { type ListedResource, nameTag } from '../../../state/index.ts';
import { endpointState, natState } from '../lifecycle.ts';
import type { Ec2Resource, Networks } from './types.ts';

/** Lists what the networks are made of; DHCP options and network ACLs only beside those of a new VPC. */
export function networkResources(networks: Networks, clock: Clock): ListedResource[] {
  return [
    ...each('VPC', networks.vpcs, ({ cidrBlock, isDefault }) => ({
      CidrBlock: cidrBlock,
      ...(isDefault && { IsDefault: 'true' }),
    })),
    ...each('Subnet', networks.subnets, ({ vpcId, cidrBlock, availabilityZone }) => ({
      ...{ VpcId: vpcId, CidrBlock: cidrBlock, AvailabilityZone: availabilityZone },
    })),
    ...each('InternetGateway', networks.internetGateways, ({ vpcId = '' }) => ({ VpcId: vpcId })),
    ...each('RouteTable', networks.routeTables, ({ vpcId, routes }) => ({
      ...{ VpcId: vpcId, Routes: routes.map(({ destination }) => destination).join(', ') },
    })),
    ...each('SecurityGroup', networks.securityGroups, ({ name, vpcId, rules }) => ({
      ...{ GroupName: name, VpcId: vpcId, Rules: String(rules.length) },
    })),
    ...each('NetworkAcl', networks.networkAcls, ({ vpcId, isDefault }) =>
      isDefault ? undefined : { VpcId: vpcId },
    ),
    ...each('EIP', networks.addresses, ({ publicIp }) => ({ PublicIp: publicIp })),
    ...each('NatGateway', networks.natGateways, (gateway) => ({
      ...{ State: natState(gateway, clock), SubnetId: gateway.subnetId },
    })),
    ...each('NetworkInterface', networks.networkInterfaces, ({ privateIp, subnetId }) => ({
      ...{ PrivateIpAddress: privateIp, SubnetId: subnetId },
    })),
    ...each('VPCEndpoint', networks.vpcEndpoints, (endpoint) => ({
      ...{ State: endpointState(endpoint, clock), ServiceName: endpoint.serviceName },
    })),
    ...each('VPCPeeringConnection', networks.peerings, ({ status }) => ({ Status: status })),
  ];
}

/** Lists the resources of a kind, without those of which nothing is to be shown or that are deleted. */
export function each<Resource extends Ec2Resource>(
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
