import type { CreateRouteRequest, Route as Ec2Route } from '@aws-sdk/client-ec2';
import { ec2Error, ec2NotSimulated, invalidParameterValue } from './ec2-errors.ts';
import { kinds } from './ec2-kinds.ts';
import { find } from './find.ts';
import type { Networks, Route, RouteTable, RouteTarget } from './state/index.ts';

const NAMES = {
  GatewayId: 'gatewayId',
  NatGatewayId: 'natGatewayId',
  NetworkInterfaceId: 'networkInterfaceId',
  InstanceId: 'instanceId',
  VpcPeeringConnectionId: 'vpcPeeringConnectionId',
} as const;

type Request = Partial<CreateRouteRequest>;

/** The target of a route to create. Throws where none or several are given, or the one is not in the table's VPC. */
export function targetOf(request: Request, table: RouteTable, networks: Networks): RouteTarget {
  const given = Object.entries(NAMES).filter(([name]) => request[name as keyof typeof NAMES] !== undefined);
  const [first] = given;
  if (!first || given.length > 1)
    throw ec2Error(
      first ? 'InvalidParameterCombination' : 'MissingParameter',
      'The request must contain exactly one of gatewayId, natGatewayId, networkInterfaceId, vpcPeeringConnectionId, egressOnlyInternetGatewayId, transitGatewayId, localGatewayId, carrierGatewayId, vpcEndpointId, coreNetworkArn or instanceId',
    );
  const [name, key] = first;
  const id = request[name as keyof typeof NAMES] ?? '';
  checkTarget(key, id, table, networks);
  return { [key]: id };
}

function checkTarget(key: keyof RouteTarget, id: string, table: RouteTable, networks: Networks): void {
  const { region, vpcId } = table;
  if (key === 'gatewayId') {
    if (id === 'local') return;
    const gateway = networks.internetGateways.get(id);
    if (gateway?.region !== region)
      throw ec2Error('InvalidGatewayID.NotFound', `The gateway ID '${id}' does not exist`);
    if (gateway.vpcId !== vpcId)
      throw invalidParameterValue(
        `route table ${table.id} and network gateway ${id} belong to different networks`,
      );
  } else if (key === 'natGatewayId') {
    if (networks.natGateways.get(id)?.region !== region)
      throw ec2Error('InvalidNatGatewayID.NotFound', `The natGateway ID '${id}' does not exist`);
  } else if (key === 'networkInterfaceId') {
    find(networks.networkInterfaces, id, kinds.networkInterface, region);
  } else if (key === 'vpcPeeringConnectionId') {
    const { requester, accepter } = find(networks.peerings, id, kinds.peering, region);
    if (![requester, accepter].some((side) => side.vpcId === vpcId))
      throw invalidParameterValue(
        `route table ${table.id} and vpc peering connection ${id} belong to different networks`,
      );
  } else throw ec2NotSimulated(`routes with ${key}; use the instance's network interface`);
}

/** A route whose target is gone leads nowhere. */
export function routeState(route: Route, networks: Networks): 'active' | 'blackhole' {
  const { gatewayId, natGatewayId, networkInterfaceId, vpcPeeringConnectionId } = route;
  const isThere =
    gatewayId === 'local' ||
    networks.internetGateways.get(gatewayId ?? '')?.vpcId !== undefined ||
    (natGatewayId !== undefined && networks.natGateways.get(natGatewayId)?.deleted === undefined) ||
    networks.networkInterfaces.has(networkInterfaceId ?? '') ||
    networks.vpcEndpoints.has(gatewayId ?? '') ||
    networks.peerings.get(vpcPeeringConnectionId ?? '')?.status === 'active';
  return isThere ? 'active' : 'blackhole';
}

export function toRoute(route: Route, networks: Networks): Ec2Route {
  return {
    ...(route.destination.startsWith('pl-')
      ? { DestinationPrefixListId: route.destination }
      : { DestinationCidrBlock: route.destination }),
    GatewayId: route.gatewayId,
    InstanceId: route.instanceId,
    NatGatewayId: route.natGatewayId,
    NetworkInterfaceId: route.networkInterfaceId,
    Origin: route.origin,
    State: routeState(route, networks),
    VpcPeeringConnectionId: route.vpcPeeringConnectionId,
  };
}
