import type * as Ec2 from '@aws-sdk/client-ec2';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error, ec2MissingParameter, invalidParameterValue } from './ec2-errors.ts';
import { kinds, newId, notFound } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { endpointState } from './lifecycle.ts';
import { addInterface, groupIdentifiers, groupsFor } from './new-interface.ts';
import { prefixListOf } from './prefix-lists.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { type Networks, networksOf, type Subnet, type VpcEndpoint } from './state/index.ts';
import { tagsFor, toEc2Tags } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.vpcEndpoint;
/** The default policy: "full access to the service" (API reference, CreateVpcEndpoint). */
const FULL_ACCESS = JSON.stringify({
  Statement: [{ Action: '*', Effect: 'Allow', Principal: '*', Resource: '*' }],
});
const GATEWAYS = ['s3', 'dynamodb'];
/** A selection of the services with interface endpoints. */
const INTERFACES = [
  ...[
    'ec2',
    'ec2messages',
    'ecr.api',
    'ecr.dkr',
    'events',
    'execute-api',
    'kms',
    'lambda',
    'logs',
    'monitoring',
  ],
  ...['s3', 'secretsmanager', 'sns', 'sqs', 'ssm', 'ssmmessages', 'states', 'sts'],
];

export default {
  CreateVpcEndpoint: defineOperation<Ec2.CreateVpcEndpointRequest, Ec2.CreateVpcEndpointResult>({
    constraints: {
      VpcEndpointType: {
        values: ['Gateway', 'Interface'],
        source: 'API reference; the others are not simulated',
      },
    },
    reads: [
      ...(['DryRun', 'VpcId', 'ServiceName', 'PolicyDocument', 'RouteTableIds', 'SubnetIds'] as const),
      ...(['SecurityGroupIds', 'PrivateDnsEnabled', 'TagSpecifications', 'ClientToken'] as const),
    ],
    access: ec2PermissionToCreate('CreateVpcEndpoint', kind),
    handle: (context) => {
      const { input, state, region, random, clock } = context;
      const networks = networksOf(state);
      const type = input.VpcEndpointType === 'Interface' ? 'Interface' : 'Gateway';
      const vpc = find(networks.vpcs, input.VpcId, kinds.vpc, region);
      const serviceName = serviceFor(input.ServiceName, type, region);
      const created = accountTime(clock);
      const subnets = subnetsOf(context, input.SubnetIds);
      const tables = (input.RouteTableIds ?? []).map((id) =>
        find(networks.routeTables, id, kinds.routeTable, region),
      );
      const endpoint: VpcEndpoint = {
        ...{ id: newId(random, kind.prefix), region, tags: tagsFor(input.TagSpecifications, kind) },
        ...{ type, vpcId: vpc.id, serviceName, created, policy: input.PolicyDocument ?? FULL_ACCESS },
        routeTableIds: tables.map(({ id }) => id),
        subnetIds: subnets.map(({ id }) => id),
        groupIds:
          type === 'Interface' ? groupsFor(networks, { id: '', vpcId: vpc.id }, input.SecurityGroupIds) : [],
        networkInterfaceIds: [],
        privateDnsEnabled: type === 'Interface' && (input.PrivateDnsEnabled ?? true),
      };
      networks.vpcEndpoints.set(endpoint.id, endpoint);
      if (type === 'Interface')
        endpoint.networkInterfaceIds = subnets.map(
          (subnet) =>
            addInterface(
              networks,
              {
                ...{ subnet, type: 'vpc_endpoint', groupIds: endpoint.groupIds },
                description: `VPC Endpoint Interface ${endpoint.id}`,
              },
              random,
            ).id,
        );
      setRoutes(networks, endpoint);
      return { VpcEndpoint: toEndpoint(endpoint, context), ClientToken: input.ClientToken };
    },
  }),

  DescribeVpcEndpoints: defineOperation<Ec2.DescribeVpcEndpointsRequest, Ec2.DescribeVpcEndpointsResult>({
    constraints: { MaxResults: { ...PAGE_LIMITS.MaxResults, min: 1 } },
    reads: ['DryRun', 'VpcEndpointIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeVpcEndpoints'),
    handle: (context) => {
      const { input, state, region } = context;
      const all = inRegion(networksOf(state).vpcEndpoints, region);
      const page = selectPage(all, input.VpcEndpointIds, kind, input, filters(context));
      return { VpcEndpoints: page.items.map((one) => toEndpoint(one, context)), NextToken: page.next };
    },
  }),

  ModifyVpcEndpoint: defineOperation<Ec2.ModifyVpcEndpointRequest, Ec2.ModifyVpcEndpointResult>({
    reads: [
      ...(['DryRun', 'VpcEndpointId', 'ResetPolicy', 'PolicyDocument', 'AddRouteTableIds'] as const),
      ...([
        'RemoveRouteTableIds',
        'AddSecurityGroupIds',
        'RemoveSecurityGroupIds',
        'PrivateDnsEnabled',
      ] as const),
    ],
    access: ec2PermissionToCreate('ModifyVpcEndpoint', kind),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const endpoint = find(networks.vpcEndpoints, input.VpcEndpointId, kind, region);
      const {
        AddRouteTableIds = [],
        RemoveRouteTableIds = [],
        AddSecurityGroupIds = [],
        RemoveSecurityGroupIds = [],
      } = input;
      for (const id of AddRouteTableIds) find(networks.routeTables, id, kinds.routeTable, region);
      const changed = (ids: readonly string[], added: readonly string[], removed: readonly string[]) => [
        ...new Set([...ids, ...added].filter((id) => !removed.includes(id))),
      ];
      endpoint.policy = input.ResetPolicy ? FULL_ACCESS : (input.PolicyDocument ?? endpoint.policy);
      endpoint.routeTableIds = changed(endpoint.routeTableIds, AddRouteTableIds, RemoveRouteTableIds);
      if (AddSecurityGroupIds.length + RemoveSecurityGroupIds.length > 0)
        endpoint.groupIds = groupsFor(
          networks,
          { id: '', vpcId: endpoint.vpcId },
          changed(endpoint.groupIds, AddSecurityGroupIds, RemoveSecurityGroupIds),
        );
      endpoint.privateDnsEnabled = input.PrivateDnsEnabled ?? endpoint.privateDnsEnabled;
      setRoutes(networks, endpoint);
      return { Return: true };
    },
  }),

  /** Deletes endpoints. The answer lists those that cannot be deleted, and succeeds all the same (API reference). */
  DeleteVpcEndpoints: defineOperation<Ec2.DeleteVpcEndpointsRequest, Ec2.DeleteVpcEndpointsResult>({
    reads: ['DryRun', 'VpcEndpointIds'],
    access: ec2PermissionToCreate('DeleteVpcEndpoints', kind),
    handle: ({ input, state, region, clock }) => {
      const networks = networksOf(state);
      const { VpcEndpointIds: ids = [] } = input;
      if (ids.length === 0) throw ec2MissingParameter('VpcEndpointId');
      const failed = ids.filter((id) => networks.vpcEndpoints.get(id)?.region !== region);
      for (const id of ids) {
        const endpoint = networks.vpcEndpoints.get(id);
        if (endpoint?.region !== region) continue;
        endpoint.deleted ??= accountTime(clock);
        endpoint.routeTableIds = [];
        setRoutes(networks, endpoint);
      }
      return {
        Unsuccessful: failed.map((ResourceId) => ({
          Error: { Code: kind.missingCode, Message: notFound(kind, ResourceId).message },
          ResourceId,
        })),
      };
    },
  }),
};

type Context = OperationContext<object>;

function serviceFor(name: string | undefined, type: VpcEndpoint['type'], region: string): string {
  if (name === undefined) throw ec2MissingParameter('ServiceName');
  const prefix = `com.amazonaws.${region}.`;
  const service = name.startsWith(prefix) ? name.slice(prefix.length) : '';
  if (![...GATEWAYS, ...INTERFACES].includes(service))
    throw ec2Error('InvalidServiceName', `The Vpc Endpoint Service '${name}' does not exist`);
  if (!(type === 'Gateway' ? GATEWAYS : INTERFACES).includes(service))
    throw ec2Error(
      'InvalidParameter',
      `Endpoint type (${type}) does not match available service types ([${type === 'Gateway' ? 'Interface' : 'Gateway'}]).`,
    );
  return name;
}

function subnetsOf({ state, region }: Context, ids: readonly string[] = []): Subnet[] {
  const subnets = ids.map((id) => find(networksOf(state).subnets, id, kinds.subnet, region));
  const zones = new Set(subnets.map(({ availabilityZone }) => availabilityZone));
  if (zones.size < subnets.length)
    throw ec2Error(
      'DuplicateSubnetsInSameZone',
      'Found another VPC endpoint subnet in the availability zone of a subnet.',
    );
  return subnets;
}

/** A gateway endpoint has a route for its service's prefix list in each of its tables (VPC User Guide). */
function setRoutes(networks: Networks, { id, type, region, serviceName, routeTableIds }: VpcEndpoint): void {
  if (type !== 'Gateway') return;
  const destination = prefixListOf(serviceName, region);
  if (destination === undefined) throw invalidParameterValue(`${serviceName} has no prefix list`);
  for (const table of networks.routeTables.values()) {
    const others = table.routes.filter(({ gatewayId }) => gatewayId !== id);
    table.routes = routeTableIds.includes(table.id)
      ? [...others, { destination, gatewayId: id, origin: 'CreateRoute' }]
      : others;
  }
}

function toEndpoint(endpoint: VpcEndpoint, { state, clock }: Context): Ec2.VpcEndpoint {
  const { type, id, serviceName, region } = endpoint;
  const service = serviceName.split('.').slice(3).join('.');
  const isInterface = type === 'Interface';
  return {
    VpcEndpointId: id,
    VpcEndpointType: type,
    VpcId: endpoint.vpcId,
    ServiceName: serviceName,
    // In small letters, which the SDK's type does not have.
    State: endpointState(endpoint, clock) as Ec2.State,
    PolicyDocument: endpoint.policy,
    RouteTableIds: [...endpoint.routeTableIds],
    SubnetIds: [...endpoint.subnetIds],
    Groups: groupIdentifiers(networksOf(state), endpoint.groupIds),
    IpAddressType: isInterface ? 'ipv4' : undefined,
    DnsOptions: isInterface ? { DnsRecordIpType: 'ipv4' } : undefined,
    PrivateDnsEnabled: endpoint.privateDnsEnabled,
    RequesterManaged: false,
    NetworkInterfaceIds: [...endpoint.networkInterfaceIds],
    DnsEntries: isInterface
      ? [
          {
            DnsName: `${id}-${id.slice(-8)}.${service}.${region}.vpce.amazonaws.com`,
            HostedZoneId: 'Z2E726K9Y6RL4W',
          },
        ]
      : [],
    CreationTimestamp: endpoint.created,
    Tags: toEc2Tags(endpoint.tags),
    OwnerId: state.account.id,
  };
}

/** The filters that the API reference lists. */
const filters = ({ clock }: Context): FilterValues<VpcEndpoint> => ({
  'ip-address-type': ({ type }) => (type === 'Interface' ? ['ipv4'] : []),
  'service-name': ({ serviceName }) => [serviceName],
  'vpc-id': ({ vpcId }) => [vpcId],
  'vpc-endpoint-id': ({ id }) => [id],
  'vpc-endpoint-state': (endpoint) => [endpointState(endpoint, clock)],
  'vpc-endpoint-type': ({ type }) => [type],
});
