import type * as Ec2 from '@aws-sdk/client-ec2';
import { type OperationContext, unreadPaths } from '../../operation/index.ts';
import { ec2Error, ec2NotSimulated } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { newPublicIp, wantedPrivateIp } from './ip-addresses.ts';
import { addInterface, groupsFor } from './new-interface.ts';
import { type Instance, type NetworkInterface, networksOf, type Subnet } from './state/index.ts';
import { tagsAmong } from './tag-specifications.ts';

type Launch = OperationContext<Ec2.RunInstancesRequest>;
type Specification = Ec2.InstanceNetworkInterfaceSpecification;

/** Subnet and zone that instances are launched in. */
export interface LaunchTarget {
  readonly subnet: Subnet;
  readonly groupIds: readonly string[];
  readonly hasPublicIp: boolean;
  readonly specifications: readonly Specification[];
  /** An interface that is there already. */
  readonly existing?: NetworkInterface | undefined;
}

const READ = [
  ...['DeviceIndex', 'SubnetId', 'Groups', 'AssociatePublicIpAddress', 'PrivateIpAddress', 'Description'],
  ...['DeleteOnTermination', 'NetworkInterfaceId', 'PrivateIpAddresses', 'SecondaryPrivateIpAddressCount'],
];

/** Reads where a request launches to, in either of its two forms. Throws for what AWS refuses. */
export function placeFor(context: Launch): LaunchTarget {
  const { input, state, region } = context;
  const networks = networksOf(state);
  const { NetworkInterfaces: specifications = [], SecurityGroupIds, SecurityGroups } = input;
  const [first] = specifications;
  const [unread] = specifications.flatMap((specification) => unreadPaths({ ...specification }, READ));
  if (unread !== undefined) throw ec2NotSimulated(`NetworkInterfaces with ${unread}`);
  if (first && input.SubnetId !== undefined)
    throw ec2Error(
      'InvalidParameterCombination',
      'Network interfaces and an instance-level subnet ID may not be specified on the same request',
    );
  if (first && (SecurityGroupIds?.length ?? SecurityGroups?.length))
    throw ec2Error(
      'InvalidParameterCombination',
      'Network interfaces and an instance-level security groups may not be specified on the same request',
    );
  const existing = existingInterface(context, first);
  const subnet = existing
    ? find(networks.subnets, existing.subnetId, kinds.subnet, region)
    : subnetFor(context, first?.SubnetId ?? input.SubnetId);
  const zone = input.Placement?.AvailabilityZone;
  if (zone !== undefined && zone !== subnet.availabilityZone)
    throw ec2Error(
      'InvalidParameterValue',
      `The availability zone of the specified subnet does not match the specified availability zone: ${zone}.`,
    );
  const named = first?.Groups ?? [...(SecurityGroupIds ?? []), ...groupsNamed(context, subnet)];
  return {
    subnet,
    groupIds: existing?.groupIds ?? groupsFor(networks, subnet, named),
    hasPublicIp: !existing && (first?.AssociatePublicIpAddress ?? subnet.mapPublicIpOnLaunch),
    specifications,
    existing,
  };
}

function existingInterface({ state, region }: Launch, first: Specification | undefined) {
  const id = first?.NetworkInterfaceId;
  if (id === undefined) return undefined;
  const face = find(networksOf(state).networkInterfaces, id, kinds.networkInterface, region);
  if (face.attachment) throw ec2Error('InvalidNetworkInterface.InUse', `Interface: [${id}] in use.`);
  return face;
}

/** The subnet that is named; else one of the default VPC, in the zone that is asked for. */
function subnetFor({ input, state, region }: Launch, id: string | undefined): Subnet {
  const { subnets, vpcs } = networksOf(state);
  if (id !== undefined) return find(subnets, id, kinds.subnet, region);
  const vpc = inRegion(vpcs, region).find(({ isDefault }) => isDefault);
  if (!vpc) throw ec2Error('VPCIdNotSpecified', 'No default VPC for this user');
  const zone = input.Placement?.AvailabilityZone;
  const subnet = inRegion(subnets, region).find(
    ({ vpcId, defaultForAz, availabilityZone }) =>
      vpcId === vpc.id && defaultForAz && (zone === undefined || availabilityZone === zone),
  );
  if (!subnet)
    throw ec2Error(
      'MissingInput',
      `No subnets found for the default VPC '${vpc.id}'. Please specify a subnet.`,
    );
  return subnet;
}

/** `--security-groups`: by name, in the default VPC only. */
function groupsNamed({ input, state }: Launch, { vpcId }: Subnet): string[] {
  const networks = networksOf(state);
  const { SecurityGroups: names = [] } = input;
  if (names.length > 0 && !networks.vpcs.get(vpcId)?.isDefault)
    throw ec2Error(
      'InvalidParameterCombination',
      'The parameter groupName cannot be used with the parameter subnet',
    );
  return names.map((name) => {
    const group = [...networks.securityGroups.values()].find(
      (one) => one.vpcId === vpcId && one.name === name,
    );
    if (group) return group.id;
    throw ec2Error(
      'InvalidGroup.NotFound',
      `The security group '${name}' does not exist in default VPC '${vpcId}'`,
    );
  });
}

/** Makes an instance's interfaces, or attaches the one that is there. */
export function attachInterfaces(context: Launch, instance: Instance, place: LaunchTarget): void {
  const { input, state, random } = context;
  const networks = networksOf(state);
  const attachment = (deviceIndex: number, deleteOnTermination: boolean) => ({
    ...{ id: newId(random, 'eni-attach'), instanceId: instance.id, deviceIndex },
    ...{ time: instance.launchTime, deleteOnTermination },
  });
  if (place.existing) place.existing.attachment = attachment(0, false);
  const wanted = place.specifications.length > 0 ? place.specifications : [{ DeviceIndex: 0 }];
  for (const [index, specification] of wanted.entries()) {
    if (specification.NetworkInterfaceId !== undefined) continue;
    const {
      DeviceIndex = index,
      PrivateIpAddresses = [],
      Description,
      DeleteOnTermination = true,
    } = specification;
    const subnet = index === 0 ? place.subnet : subnetFor(context, specification.SubnetId ?? place.subnet.id);
    const primary =
      specification.PrivateIpAddress ??
      PrivateIpAddresses.find(({ Primary }) => Primary)?.PrivateIpAddress ??
      (index === 0 ? input.PrivateIpAddress : undefined);
    const face = addInterface(
      networks,
      {
        subnet,
        groupIds: index === 0 ? place.groupIds : specification.Groups,
        privateIp: primary === undefined ? undefined : wantedPrivateIp(networks, subnet, primary),
        secondaryIps: PrivateIpAddresses.filter(({ Primary }) => !Primary).map(({ PrivateIpAddress = '' }) =>
          wantedPrivateIp(networks, subnet, PrivateIpAddress),
        ),
        secondaryCount: specification.SecondaryPrivateIpAddressCount,
        description: Description,
        tags: tagsAmong(input.TagSpecifications, kinds.networkInterface),
        attachment: attachment(DeviceIndex, DeleteOnTermination),
      },
      random,
    );
    if (DeviceIndex === 0 && place.hasPublicIp) face.publicIp = newPublicIp(networks, random);
  }
}
