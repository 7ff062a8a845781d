import { booleanValue, replaced, tagList, text, textAt, updated } from './properties.ts';
import { changeEc2Tags, tagSpecifications } from './resource-tags.ts';
import type { Answer, ResourceContext, ResourceType, Values } from './types.ts';

const vpc: ResourceType = {
  properties: {
    CidrBlock: replaced(text),
    InstanceTenancy: replaced(text),
    EnableDnsHostnames: updated(booleanValue),
    EnableDnsSupport: updated(booleanValue),
    Tags: updated(tagList),
  },
  required: ['CidrBlock'],
  others: 'Ipv4IpamPoolId Ipv4NetmaskLength',
  attributes: ['CidrBlock', 'DefaultNetworkAcl', 'DefaultSecurityGroup', 'VpcId'],
  create: async (values, context) => {
    const { CidrBlock, InstanceTenancy } = values;
    const answer = await context.call('ec2', 'CreateVpc', {
      ...{ CidrBlock, ...tagSpecifications('vpc', values) },
      ...(InstanceTenancy !== undefined && { InstanceTenancy }),
    });
    const id = textAt(answer, 'Vpc', 'VpcId');
    await setDns(id, {}, values, context);
    const filters = [{ Name: 'vpc-id', Values: [id] }];
    const groups = await context.call('ec2', 'DescribeSecurityGroups', { Filters: filters });
    const acls = await context.call('ec2', 'DescribeNetworkAcls', { Filters: filters });
    return {
      id,
      attributes: {
        CidrBlock: String(CidrBlock),
        DefaultNetworkAcl: firstOf(acls, 'NetworkAcls', 'NetworkAclId'),
        DefaultSecurityGroup: firstOf(groups, 'SecurityGroups', 'GroupId'),
        VpcId: id,
      },
    };
  },
  updates: [
    async (change, context) => {
      await setDns(change.id, change.before, change.after, context);
      await changeEc2Tags(change, context);
    },
  ],
  delete: async (id, _, { call }) => void (await call('ec2', 'DeleteVpc', { VpcId: id })),
};

/** A member of the first item in a list of an answer. */
function firstOf(answer: Answer, listName: string, member: string): string {
  const [first] = (answer[listName] ?? []) as readonly Values[];
  return first ? textAt(first, member) : '';
}

/** The values of a new VPC (EC2 API reference, CreateVpc). */
const DNS_DEFAULTS = { EnableDnsSupport: true, EnableDnsHostnames: false };

async function setDns(
  VpcId: string,
  before: Values,
  after: Values,
  { call }: ResourceContext,
): Promise<void> {
  for (const [name, rest] of Object.entries(DNS_DEFAULTS))
    if ((before[name] ?? rest) !== (after[name] ?? rest))
      await call('ec2', 'ModifyVpcAttribute', { VpcId, [name]: { Value: after[name] ?? rest } });
}

const subnet: ResourceType = {
  properties: {
    VpcId: replaced(text),
    CidrBlock: replaced(text),
    AvailabilityZone: replaced(text),
    AvailabilityZoneId: replaced(text),
    MapPublicIpOnLaunch: updated(booleanValue),
    Tags: updated(tagList),
  },
  required: ['VpcId'],
  others:
    'AssignIpv6AddressOnCreation EnableDns64 EnableLniAtDeviceIndex Ipv4IpamPoolId Ipv4NetmaskLength Ipv6CidrBlock Ipv6IpamPoolId Ipv6Native Ipv6NetmaskLength OutpostArn PrivateDnsNameOptionsOnLaunch',
  attributes: ['AvailabilityZone', 'AvailabilityZoneId', 'CidrBlock', 'SubnetId', 'VpcId'],
  create: async (values, context) => {
    const { MapPublicIpOnLaunch, Tags: _, ...place } = values;
    const answer = await context.call('ec2', 'CreateSubnet', {
      ...place,
      ...tagSpecifications('subnet', values),
    });
    const of = (name: string) => textAt(answer, 'Subnet', name);
    const id = of('SubnetId');
    if (MapPublicIpOnLaunch === true) await mapPublicIp(id, true, context);
    const attributes = Object.fromEntries((subnet.attributes ?? []).map((name) => [name, of(name)]));
    return { id, attributes };
  },
  updates: [
    async (change, context) => {
      const [before, after] = [change.before.MapPublicIpOnLaunch, change.after.MapPublicIpOnLaunch];
      if ((before === true) !== (after === true)) await mapPublicIp(change.id, after === true, context);
      await changeEc2Tags(change, context);
    },
  ],
  delete: async (id, _, { call }) => void (await call('ec2', 'DeleteSubnet', { SubnetId: id })),
};

async function mapPublicIp(SubnetId: string, Value: boolean, { call }: ResourceContext): Promise<void> {
  await call('ec2', 'ModifySubnetAttribute', { SubnetId, MapPublicIpOnLaunch: { Value } });
}

const internetGateway: ResourceType = {
  properties: { Tags: updated(tagList) },
  attributes: ['InternetGatewayId'],
  create: async (values, { call }) => {
    const answer = await call('ec2', 'CreateInternetGateway', tagSpecifications('internet-gateway', values));
    const id = textAt(answer, 'InternetGateway', 'InternetGatewayId');
    return { id, attributes: { InternetGatewayId: id } };
  },
  updates: [changeEc2Tags],
  delete: async (id, _, { call }) =>
    void (await call('ec2', 'DeleteInternetGateway', { InternetGatewayId: id })),
};

const gatewayAttachment: ResourceType = {
  properties: { InternetGatewayId: replaced(text), VpcId: replaced(text) },
  required: ['InternetGatewayId', 'VpcId'],
  others: 'VpnGatewayId',
  attributes: ['AttachmentType'],
  create: async ({ InternetGatewayId, VpcId }, { call }) => {
    await call('ec2', 'AttachInternetGateway', { InternetGatewayId, VpcId });
    return { id: `IGW|${VpcId}`, attributes: { AttachmentType: 'IGW' } };
  },
  delete: async (_, { InternetGatewayId, VpcId }, { call }) =>
    void (await call('ec2', 'DetachInternetGateway', { InternetGatewayId, VpcId })),
};

export default {
  'AWS::EC2::InternetGateway': internetGateway,
  'AWS::EC2::Subnet': subnet,
  'AWS::EC2::VPC': vpc,
  'AWS::EC2::VPCGatewayAttachment': gatewayAttachment,
};
