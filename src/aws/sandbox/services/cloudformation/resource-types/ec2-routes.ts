import { replaced, tagList, text, textAt, updated } from './properties.ts';
import { changeEc2Tags, tagSpecifications } from './resource-tags.ts';
import type { ResourceType } from './types.ts';

const routeTable: ResourceType = {
  properties: { VpcId: replaced(text), Tags: updated(tagList) },
  required: ['VpcId'],
  attributes: ['RouteTableId'],
  create: async (values, { call }) => {
    const { VpcId } = values;
    const answer = await call('ec2', 'CreateRouteTable', {
      VpcId,
      ...tagSpecifications('route-table', values),
    });
    const id = textAt(answer, 'RouteTable', 'RouteTableId');
    return { id, attributes: { RouteTableId: id } };
  },
  updates: [changeEc2Tags],
  delete: async (id, _, { call }) => void (await call('ec2', 'DeleteRouteTable', { RouteTableId: id })),
};

const route: ResourceType = {
  properties: {
    RouteTableId: replaced(text),
    DestinationCidrBlock: replaced(text),
    GatewayId: updated(text),
    InstanceId: updated(text),
    NatGatewayId: updated(text),
    NetworkInterfaceId: updated(text),
    VpcPeeringConnectionId: updated(text),
  },
  required: ['RouteTableId'],
  others:
    'CarrierGatewayId CoreNetworkArn DestinationIpv6CidrBlock DestinationPrefixListId EgressOnlyInternetGatewayId LocalGatewayId TransitGatewayId VpcEndpointId',
  attributes: ['CidrBlock'],
  create: async (values, { call }) => {
    await call('ec2', 'CreateRoute', values);
    const block = String(values.DestinationCidrBlock);
    return { id: `${values.RouteTableId}|${block}`, attributes: { CidrBlock: block } };
  },
  updates: [async ({ after }, { call }) => void (await call('ec2', 'ReplaceRoute', after))],
  delete: async (_, { RouteTableId, DestinationCidrBlock }, { call }) =>
    void (await call('ec2', 'DeleteRoute', { RouteTableId, DestinationCidrBlock })),
};

const association: ResourceType = {
  properties: { RouteTableId: replaced(text), SubnetId: replaced(text) },
  required: ['RouteTableId', 'SubnetId'],
  attributes: ['Id'],
  create: async (values, { call }) => {
    const id = textAt(await call('ec2', 'AssociateRouteTable', values), 'AssociationId');
    return { id, attributes: { Id: id } };
  },
  delete: async (id, _, { call }) =>
    void (await call('ec2', 'DisassociateRouteTable', { AssociationId: id })),
};

export default {
  'AWS::EC2::Route': route,
  'AWS::EC2::RouteTable': routeTable,
  'AWS::EC2::SubnetRouteTableAssociation': association,
};
