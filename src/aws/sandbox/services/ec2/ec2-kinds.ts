import type { Random } from '../../random/index.ts';
import type { AccountState } from '../../state/index.ts';
import { ec2Error } from './ec2-errors.ts';

/** A kind of resource, as ids, ARNs, tags and errors name it. */
export interface Ec2Kind {
  /** Before the hyphen of an id: `vpc`. */
  readonly prefix: string;
  /** In ARNs and tag specifications: `internet-gateway`. */
  readonly type: string;
  /** In messages: `internetGateway`. */
  readonly noun: string;
  /** Of an id that the account does not have. */
  readonly missingCode: string;
}

const kind = (prefix: string, type: string, noun: string, missingCode: string): Ec2Kind => ({
  prefix,
  type,
  noun,
  missingCode,
});

export const kinds = {
  vpc: kind('vpc', 'vpc', 'vpc', 'InvalidVpcID.NotFound'),
  subnet: kind('subnet', 'subnet', 'subnet', 'InvalidSubnetID.NotFound'),
  internetGateway: kind('igw', 'internet-gateway', 'internetGateway', 'InvalidInternetGatewayID.NotFound'),
  routeTable: kind('rtb', 'route-table', 'routeTable', 'InvalidRouteTableID.NotFound'),
  securityGroup: kind('sg', 'security-group', 'security group', 'InvalidGroup.NotFound'),
  securityGroupRule: kind(
    'sgr',
    'security-group-rule',
    'security group rule',
    'InvalidSecurityGroupRuleId.NotFound',
  ),
  networkAcl: kind('acl', 'network-acl', 'networkAcl', 'InvalidNetworkAclID.NotFound'),
  dhcpOptions: kind('dopt', 'dhcp-options', 'dhcpOption', 'InvalidDhcpOptionID.NotFound'),
  address: kind('eipalloc', 'elastic-ip', 'allocation', 'InvalidAllocationID.NotFound'),
  natGateway: kind('nat', 'natgateway', 'NatGateway', 'NatGatewayNotFound'),
  networkInterface: kind(
    'eni',
    'network-interface',
    'networkInterface',
    'InvalidNetworkInterfaceID.NotFound',
  ),
  vpcEndpoint: kind('vpce', 'vpc-endpoint', 'VpcEndpoint', 'InvalidVpcEndpointId.NotFound'),
  peering: kind(
    'pcx',
    'vpc-peering-connection',
    'vpcPeeringConnection',
    'InvalidVpcPeeringConnectionID.NotFound',
  ),
  instance: kind('i', 'instance', 'instance', 'InvalidInstanceID.NotFound'),
  keyPair: kind('key', 'key-pair', 'key pair', 'InvalidKeyPair.NotFound'),
  volume: kind('vol', 'volume', 'volume', 'InvalidVolume.NotFound'),
  snapshot: kind('snap', 'snapshot', 'snapshot', 'InvalidSnapshot.NotFound'),
  image: kind('ami', 'image', 'image id', 'InvalidAMIID.NotFound'),
  launchTemplate: kind('lt', 'launch-template', 'launch template', 'InvalidLaunchTemplateId.NotFound'),
} as const satisfies Readonly<Record<string, Ec2Kind>>;

/** 17 hex digits, of which the first is 0 ("Resource IDs", EC2 User Guide, shows no other). */
export const newId = (random: Random, prefix: string): string =>
  `${prefix}-0${random.text(16, '0123456789abcdef')}`;

/** Throws the error of an id that the account does not have, or that has another form. */
export function notFound({ noun, missingCode, prefix }: Ec2Kind, id: string): Error {
  if (prefix === 'nat') return ec2Error(missingCode, `NAT gateway ${id} was not found`);
  if (prefix === 'sg')
    return id.startsWith('sg-')
      ? ec2Error(missingCode, `The security group '${id}' does not exist`)
      : ec2Error('InvalidGroupId.Malformed', `Invalid id: "${id}" (expecting "sg-...")`);
  if (prefix === 'vol' || prefix === 'snap')
    return ec2Error(missingCode, `The ${noun} '${id}' does not exist.`);
  if (prefix === 'i' && !/^i-[0-9a-f]+$/.test(id))
    return ec2Error('InvalidInstanceID.Malformed', `Invalid id: "${id}"`);
  if (prefix === 'ami')
    return /^ami-[0-9a-f]+$/.test(id)
      ? ec2Error(missingCode, `The image id '[${id}]' does not exist`)
      : ec2Error('InvalidAMIID.Malformed', `Invalid id: "${id}" (expecting "ami-...")`);
  if (prefix === 'lt')
    return ec2Error(missingCode, `The specified launch template, with template ID ${id}, does not exist.`);
  if (prefix === 'vpce') return ec2Error(missingCode, `The Vpc Endpoint Id '${id}' does not exist`);
  return ec2Error(missingCode, `The ${noun} ID '${id}' does not exist`);
}

export const ec2Arn = (state: AccountState, region: string, { type }: Ec2Kind, id: string): string =>
  `arn:aws:ec2:${region}:${state.account.id}:${type}/${id}`;
