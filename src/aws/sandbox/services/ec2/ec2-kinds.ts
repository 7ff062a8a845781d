import type { AccountState } from '../../operation/index.ts';
import type { Random } from '../../random/index.ts';
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
  /** The error of such an id, for a kind that has words of its own. */
  readonly missing?: Missing | undefined;
}

type Missing = (id: string, missingCode: string) => Error;

const kind = (
  prefix: string,
  type: string,
  noun: string,
  missingCode: string,
  missing?: Missing,
): Ec2Kind => ({ prefix, type, noun, missingCode, missing });

const worded =
  (text: (id: string) => string): Missing =>
  (id, code) =>
    ec2Error(code, text(id));

const missingGroup: Missing = (id, code) =>
  id.startsWith('sg-')
    ? ec2Error(code, `The security group '${id}' does not exist`)
    : ec2Error('InvalidGroupId.Malformed', `Invalid id: "${id}" (expecting "sg-...")`);

const missingInstance: Missing = (id, code) =>
  /^i-[0-9a-f]+$/.test(id)
    ? ec2Error(code, `The instance ID '${id}' does not exist`)
    : ec2Error('InvalidInstanceID.Malformed', `Invalid id: "${id}"`);

const missingImage: Missing = (id, code) =>
  /^ami-[0-9a-f]+$/.test(id)
    ? ec2Error(code, `The image id '[${id}]' does not exist`)
    : ec2Error('InvalidAMIID.Malformed', `Invalid id: "${id}" (expecting "ami-...")`);

export const kinds = {
  vpc: kind('vpc', 'vpc', 'vpc', 'InvalidVpcID.NotFound'),
  subnet: kind('subnet', 'subnet', 'subnet', 'InvalidSubnetID.NotFound'),
  internetGateway: kind('igw', 'internet-gateway', 'internetGateway', 'InvalidInternetGatewayID.NotFound'),
  routeTable: kind('rtb', 'route-table', 'routeTable', 'InvalidRouteTableID.NotFound'),
  securityGroup: kind('sg', 'security-group', 'security group', 'InvalidGroup.NotFound', missingGroup),
  securityGroupRule: kind(
    'sgr',
    'security-group-rule',
    'security group rule',
    'InvalidSecurityGroupRuleId.NotFound',
  ),
  networkAcl: kind('acl', 'network-acl', 'networkAcl', 'InvalidNetworkAclID.NotFound'),
  dhcpOptions: kind('dopt', 'dhcp-options', 'dhcpOption', 'InvalidDhcpOptionID.NotFound'),
  address: kind('eipalloc', 'elastic-ip', 'allocation', 'InvalidAllocationID.NotFound'),
  natGateway: kind(
    'nat',
    'natgateway',
    'NatGateway',
    'NatGatewayNotFound',
    worded((id) => `NAT gateway ${id} was not found`),
  ),
  networkInterface: kind(
    'eni',
    'network-interface',
    'networkInterface',
    'InvalidNetworkInterfaceID.NotFound',
  ),
  vpcEndpoint: kind(
    'vpce',
    'vpc-endpoint',
    'VpcEndpoint',
    'InvalidVpcEndpointId.NotFound',
    worded((id) => `The Vpc Endpoint Id '${id}' does not exist`),
  ),
  peering: kind(
    'pcx',
    'vpc-peering-connection',
    'vpcPeeringConnection',
    'InvalidVpcPeeringConnectionID.NotFound',
  ),
  instance: kind('i', 'instance', 'instance', 'InvalidInstanceID.NotFound', missingInstance),
  keyPair: kind('key', 'key-pair', 'key pair', 'InvalidKeyPair.NotFound'),
  volume: kind(
    'vol',
    'volume',
    'volume',
    'InvalidVolume.NotFound',
    worded((id) => `The volume '${id}' does not exist.`),
  ),
  snapshot: kind(
    'snap',
    'snapshot',
    'snapshot',
    'InvalidSnapshot.NotFound',
    worded((id) => `The snapshot '${id}' does not exist.`),
  ),
  image: kind('ami', 'image', 'image id', 'InvalidAMIID.NotFound', missingImage),
  launchTemplate: kind(
    'lt',
    'launch-template',
    'launch template',
    'InvalidLaunchTemplateId.NotFound',
    worded((id) => `The specified launch template, with template ID ${id}, does not exist.`),
  ),
} as const satisfies Readonly<Record<string, Ec2Kind>>;

/** 17 hex digits, of which the first is 0 ("Resource IDs", EC2 User Guide, shows no other). */
export const newId = (random: Random, prefix: string): string =>
  `${prefix}-0${random.text(16, '0123456789abcdef')}`;

/** The error of an id that the account does not have, or that has another form. */
export const notFound = ({ noun, missingCode, missing }: Ec2Kind, id: string): Error =>
  missing?.(id, missingCode) ?? ec2Error(missingCode, `The ${noun} ID '${id}' does not exist`);

/** The kind that an id names by its prefix; undefined for an id of no kind. */
export const ec2KindOf = (id: string): Ec2Kind | undefined =>
  Object.values(kinds).find(({ prefix }) => id.startsWith(`${prefix}-`));

export const ec2Arn = (state: AccountState, region: string, { type }: Ec2Kind, id: string): string =>
  `arn:aws:ec2:${region}:${state.account.id}:${type}/${id}`;
