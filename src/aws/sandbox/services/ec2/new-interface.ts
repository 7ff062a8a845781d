import type { Random } from '../../random/index.ts';
import { ec2Error } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { freePrivateIp, newMacAddress } from './ip-addresses.ts';
import type { Attachment, NetworkInterface, Networks, Subnet, Tag } from './state/index.ts';

interface InterfaceRequest {
  readonly subnet: Subnet;
  /** Without them, the VPC's default group. */
  readonly groupIds?: readonly string[] | undefined;
  readonly privateIp?: string | undefined;
  readonly secondaryCount?: number | undefined;
  readonly secondaryIps?: readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly type?: NetworkInterface['type'];
  readonly tags?: readonly Tag[];
  readonly attachment?: Attachment | undefined;
}

/** Adds a network interface to a subnet. Throws where a group is of another VPC or no address is free. */
export function addInterface(
  networks: Networks,
  request: InterfaceRequest,
  random: Random,
): NetworkInterface {
  const { subnet, secondaryCount = 0, type = 'interface', description = '', attachment, tags = [] } = request;
  const face: NetworkInterface = {
    id: newId(random, kinds.networkInterface.prefix),
    region: subnet.region,
    tags,
    subnetId: subnet.id,
    vpcId: subnet.vpcId,
    availabilityZone: subnet.availabilityZone,
    privateIp: request.privateIp ?? freePrivateIp(networks, subnet, random),
    secondaryIps: [],
    macAddress: newMacAddress(random),
    type,
    description,
    groupIds: type === 'nat_gateway' ? [] : groupsFor(networks, subnet, request.groupIds),
    sourceDestCheck: type !== 'nat_gateway',
    attachment,
  };
  networks.networkInterfaces.set(face.id, face);
  for (let count = 0; count < secondaryCount; count++)
    face.secondaryIps = [...face.secondaryIps, freePrivateIp(networks, subnet, random)];
  face.secondaryIps = [...face.secondaryIps, ...(request.secondaryIps ?? [])];
  return face;
}

/** The groups that are named, which must belong to the subnet's VPC; else the VPC's default group. */
export function groupsFor(
  { securityGroups }: Networks,
  { id, vpcId }: Pick<Subnet, 'id' | 'vpcId'>,
  named: readonly string[] | undefined,
): string[] {
  if (!named || named.length === 0)
    return [...securityGroups.values()]
      .filter((group) => group.vpcId === vpcId && group.name === 'default')
      .map((group) => group.id);
  for (const groupId of named) {
    const group = securityGroups.get(groupId);
    if (!group)
      throw ec2Error(
        'InvalidGroup.NotFound',
        `The security group '${groupId}' does not exist in VPC '${vpcId}'`,
      );
    if (group.vpcId !== vpcId)
      throw ec2Error(
        'InvalidParameter',
        `Security group ${groupId} and subnet ${id} belong to different networks.`,
      );
  }
  return [...new Set(named)];
}

export const groupIdentifiers = ({ securityGroups }: Networks, ids: readonly string[]) =>
  ids.map((id) => ({ GroupName: securityGroups.get(id)?.name, GroupId: id }));
