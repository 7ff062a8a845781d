import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation } from '../../operation/index.ts';
import { dependencyViolation, ec2Error, invalidParameterValue } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { routeState, toRoute } from './route-targets.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import {
  localRoute,
  type Networks,
  networksOf,
  type RouteTable,
  type RouteTableAssociation,
} from './state/index.ts';
import { tagsFor, toEc2Tags } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.routeTable;

export default {
  CreateRouteTable: defineOperation<Ec2.CreateRouteTableRequest, Ec2.CreateRouteTableResult>({
    reads: ['DryRun', 'VpcId', 'TagSpecifications', 'ClientToken'],
    access: ec2PermissionToCreate('CreateRouteTable', kind),
    handle: ({ input, state, region, random }) => {
      const networks = networksOf(state);
      const vpc = find(networks.vpcs, input.VpcId, kinds.vpc, region);
      const table: RouteTable = {
        id: newId(random, kind.prefix),
        region,
        tags: tagsFor(input.TagSpecifications, kind),
        vpcId: vpc.id,
        routes: vpc.associations.map(({ cidrBlock }) => localRoute(cidrBlock)),
        associations: [],
      };
      networks.routeTables.set(table.id, table);
      return { RouteTable: toTable(table, networks, state.account.id), ClientToken: input.ClientToken };
    },
  }),

  DescribeRouteTables: defineOperation<Ec2.DescribeRouteTablesRequest, Ec2.DescribeRouteTablesResult>({
    constraints: { MaxResults: { ...PAGE_LIMITS.MaxResults, max: 100 } },
    reads: ['DryRun', 'RouteTableIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeRouteTables'),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const { id: owner } = state.account;
      const tables = inRegion(networks.routeTables, region);
      const page = selectPage(tables, input.RouteTableIds, kind, input, filters(networks, owner));
      return {
        RouteTables: page.items.map((table) => toTable(table, networks, owner)),
        NextToken: page.next,
      };
    },
  }),

  DeleteRouteTable: defineOperation<Ec2.DeleteRouteTableRequest, object>({
    reads: ['DryRun', 'RouteTableId'],
    access: permissionToChange('DeleteRouteTable', kind, 'RouteTableId'),
    handle: ({ input, state, region }) => {
      const { routeTables } = networksOf(state);
      const table = find(routeTables, input.RouteTableId, kind, region);
      if (table.associations.length > 0) throw dependencyViolation('routeTable', table.id);
      routeTables.delete(table.id);
      return {};
    },
  }),

  AssociateRouteTable: defineOperation<Ec2.AssociateRouteTableRequest, Ec2.AssociateRouteTableResult>({
    reads: ['DryRun', 'RouteTableId', 'SubnetId'],
    access: permissionToChange('AssociateRouteTable', kind, 'RouteTableId'),
    handle: ({ input, state, region, random }) => {
      const networks = networksOf(state);
      const table = find(networks.routeTables, input.RouteTableId, kind, region);
      const subnet = find(networks.subnets, input.SubnetId, kinds.subnet, region);
      if (subnet.vpcId !== table.vpcId)
        throw invalidParameterValue(
          `Route table ${table.id} and subnet ${subnet.id} belong to different networks`,
        );
      const known = explicitAssociation(networks, subnet.id);
      if (known && known.table !== table)
        throw ec2Error(
          'Resource.AlreadyAssociated',
          `the specified association for route table ${table.id} conflicts with an existing association`,
        );
      const association = known?.association ?? { id: newId(random, 'rtbassoc'), subnetId: subnet.id };
      if (!known) table.associations = [...table.associations, association];
      return { AssociationId: association.id, AssociationState: { State: 'associated' } };
    },
  }),

  DisassociateRouteTable: defineOperation<Ec2.DisassociateRouteTableRequest, object>({
    reads: ['DryRun', 'AssociationId'],
    access: ec2PermissionToCreate('DisassociateRouteTable', kind),
    handle: ({ input, state, region }) => {
      const { table, association } = associated(networksOf(state), input.AssociationId, region);
      if (association.subnetId === undefined)
        throw invalidParameterValue(`cannot disassociate the main route table association ${association.id}`);
      table.associations = table.associations.filter((one) => one !== association);
      return {};
    },
  }),

  ReplaceRouteTableAssociation: defineOperation<
    Ec2.ReplaceRouteTableAssociationRequest,
    Ec2.ReplaceRouteTableAssociationResult
  >({
    reads: ['DryRun', 'AssociationId', 'RouteTableId'],
    access: permissionToChange('ReplaceRouteTableAssociation', kind, 'RouteTableId'),
    handle: ({ input, state, region, random }) => {
      const networks = networksOf(state);
      const { table: old, association } = associated(networks, input.AssociationId, region);
      const table = find(networks.routeTables, input.RouteTableId, kind, region);
      if (table.vpcId !== old.vpcId)
        throw invalidParameterValue(
          `Route table ${table.id} and network ${old.vpcId} belong to different networks`,
        );
      const replaced = { ...association, id: newId(random, 'rtbassoc') };
      old.associations = old.associations.filter((one) => one !== association);
      table.associations = [...table.associations, replaced];
      return { NewAssociationId: replaced.id, AssociationState: { State: 'associated' } };
    },
  }),
};

function explicitAssociation(networks: Networks, subnet: string) {
  for (const table of networks.routeTables.values())
    for (const association of table.associations)
      if (association.subnetId === subnet) return { table, association };
  return undefined;
}

function associated(networks: Networks, id: string | undefined, region: string) {
  for (const table of inRegion(networks.routeTables, region)) {
    const association = table.associations.find((one) => one.id === id);
    if (association) return { table, association };
  }
  throw ec2Error('InvalidAssociationID.NotFound', `The association ID '${id}' does not exist`);
}

function toTable(table: RouteTable, networks: Networks, owner: string): Ec2.RouteTable {
  return {
    Associations: table.associations.map((association) => toAssociation(association, table)),
    PropagatingVgws: [],
    RouteTableId: table.id,
    Routes: table.routes.map((route) => toRoute(route, networks)),
    Tags: toEc2Tags(table.tags),
    VpcId: table.vpcId,
    OwnerId: owner,
  };
}

const toAssociation = ({ id, subnetId }: RouteTableAssociation, table: RouteTable) => ({
  Main: subnetId === undefined,
  RouteTableAssociationId: id,
  RouteTableId: table.id,
  SubnetId: subnetId,
  AssociationState: { State: 'associated' as const },
});

const destinations = (routes: RouteTable['routes'], isList: boolean): string[] =>
  routes.map(({ destination }) => destination).filter((text) => text.startsWith('pl-') === isList);

/** The filters that the API reference lists. */
function filters(networks: Networks, owner: string): FilterValues<RouteTable> {
  const none = () => [];
  const targets =
    (key: 'gatewayId' | 'natGatewayId' | 'instanceId' | 'vpcPeeringConnectionId') => (table: RouteTable) =>
      table.routes.flatMap((route) => route[key] ?? []);
  return {
    'association.gateway-id': none,
    'association.route-table-association-id': ({ associations }) => associations.map(({ id }) => id),
    'association.route-table-id': ({ id, associations }) => associations.map(() => id),
    'association.subnet-id': ({ associations }) => associations.flatMap(({ subnetId }) => subnetId ?? []),
    'association.main': ({ associations }) => associations.map(({ subnetId }) => subnetId === undefined),
    'owner-id': () => [owner],
    'route-table-id': ({ id }) => [id],
    'route.destination-cidr-block': ({ routes }) => destinations(routes, false),
    'route.destination-ipv6-cidr-block': none,
    'route.destination-prefix-list-id': ({ routes }) => destinations(routes, true),
    'route.egress-only-internet-gateway-id': none,
    'route.gateway-id': targets('gatewayId'),
    'route.instance-id': targets('instanceId'),
    'route.nat-gateway-id': targets('natGatewayId'),
    'route.transit-gateway-id': none,
    'route.origin': ({ routes }) => routes.map(({ origin }) => origin),
    'route.state': ({ routes }) => routes.map((route) => routeState(route, networks)),
    'route.vpc-peering-connection-id': targets('vpcPeeringConnectionId'),
    'vpc-id': ({ vpcId }) => [vpcId],
  };
}
