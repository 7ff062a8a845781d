import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation } from '../../operation/index.ts';
import { ec2Error, ec2MissingParameter, invalidCidr, invalidParameterValue } from './ec2-errors.ts';
import { kinds } from './ec2-kinds.ts';
import { find } from './find.ts';
import { formatCidr, parseCidr } from './ip-addresses.ts';
import { targetOf } from './route-targets.ts';
import { networksOf, type Route, type RouteTable } from './state/index.ts';
import { permissionToChange } from './tagged-resources.ts';

const kind = kinds.routeTable;

export default {
  CreateRoute: defineOperation<Ec2.CreateRouteRequest, Ec2.CreateRouteResult>({
    reads: [
      ...(['DryRun', 'RouteTableId', 'DestinationCidrBlock', 'GatewayId'] as const),
      ...(['NatGatewayId', 'NetworkInterfaceId', 'InstanceId', 'VpcPeeringConnectionId'] as const),
    ],
    access: permissionToChange('CreateRoute', kind, 'RouteTableId'),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const table = find(networks.routeTables, input.RouteTableId, kind, region);
      const destination = destinationOf(input);
      if (routeTo(table, destination))
        throw ec2Error('RouteAlreadyExists', `The route identified by ${destination} already exists.`);
      const target = targetOf(input, table, networks);
      table.routes = [...table.routes, { ...target, destination, origin: 'CreateRoute' }];
      return { Return: true };
    },
  }),

  ReplaceRoute: defineOperation<Ec2.ReplaceRouteRequest, object>({
    reads: [
      ...(['DryRun', 'RouteTableId', 'DestinationCidrBlock', 'GatewayId'] as const),
      ...(['NatGatewayId', 'NetworkInterfaceId', 'InstanceId', 'VpcPeeringConnectionId'] as const),
    ],
    access: permissionToChange('ReplaceRoute', kind, 'RouteTableId'),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const table = find(networks.routeTables, input.RouteTableId, kind, region);
      const destination = destinationOf(input);
      const route = routeTo(table, destination);
      if (!route)
        throw invalidParameterValue(
          `There is no route defined for '${destination}' in the route table. Use CreateRoute instead.`,
        );
      const replaced = { ...targetOf(input, table, networks), destination, origin: route.origin };
      table.routes = table.routes.map((one) => (one === route ? replaced : one));
      return {};
    },
  }),

  DeleteRoute: defineOperation<Ec2.DeleteRouteRequest, object>({
    reads: ['DryRun', 'RouteTableId', 'DestinationCidrBlock'],
    access: permissionToChange('DeleteRoute', kind, 'RouteTableId'),
    handle: ({ input, state, region }) => {
      const table = find(networksOf(state).routeTables, input.RouteTableId, kind, region);
      const destination = destinationOf(input);
      const route = routeTo(table, destination);
      if (!route)
        throw ec2Error(
          'InvalidRoute.NotFound',
          `no route with destination-cidr-block ${destination} in route table ${table.id}`,
        );
      if (route.gatewayId === 'local')
        throw invalidParameterValue(`cannot remove local route ${destination} in route table ${table.id}`);
      table.routes = table.routes.filter((one) => one !== route);
      return {};
    },
  }),
};

const routeTo = (table: RouteTable, destination: string): Route | undefined =>
  table.routes.find((route) => route.destination === destination);

function destinationOf(input: Partial<Ec2.CreateRouteRequest>): string {
  const { DestinationCidrBlock } = input;
  if (DestinationCidrBlock === undefined) throw ec2MissingParameter('destinationCidrBlock');
  const cidr = parseCidr(DestinationCidrBlock);
  if (!cidr) throw invalidCidr(DestinationCidrBlock, 'destinationCidrBlock');
  return formatCidr(cidr);
}
