import type { AccountState } from '../../state/index.ts';
import { type Ec2Kind, kinds } from './ec2-kinds.ts';
import { computeOf, networksOf, type Resource } from './state/index.ts';

/** Every resource of a Region that has tags, with its kind. */
export function taggedResources(
  state: AccountState,
  region: string,
): { readonly kind: Ec2Kind; readonly resource: Resource }[] {
  const networks = networksOf(state);
  const compute = computeOf(state);
  const all: readonly (readonly [Ec2Kind, Iterable<Resource>])[] = [
    [kinds.vpc, networks.vpcs.values()],
    [kinds.subnet, networks.subnets.values()],
    [kinds.internetGateway, networks.internetGateways.values()],
    [kinds.routeTable, networks.routeTables.values()],
    [kinds.securityGroup, networks.securityGroups.values()],
    [kinds.securityGroupRule, [...networks.securityGroups.values()].flatMap(({ rules }) => rules)],
    [kinds.networkAcl, networks.networkAcls.values()],
    [kinds.dhcpOptions, networks.dhcpOptions.values()],
    [kinds.address, networks.addresses.values()],
    [kinds.natGateway, networks.natGateways.values()],
    [kinds.networkInterface, networks.networkInterfaces.values()],
    [kinds.vpcEndpoint, networks.vpcEndpoints.values()],
    [kinds.peering, networks.peerings.values()],
    [kinds.instance, compute.instances.values()],
    [kinds.keyPair, compute.keyPairs.values()],
    [kinds.volume, compute.volumes.values()],
    [kinds.snapshot, compute.snapshots.values()],
    [kinds.image, compute.images.values()],
    [kinds.launchTemplate, compute.launchTemplates.values()],
  ];
  return all.flatMap(([kind, resources]) =>
    [...resources].filter((resource) => resource.region === region).map((resource) => ({ kind, resource })),
  );
}

/** The resource of an id, whatever its kind; undefined where the Region has none. */
export const findTagged = (state: AccountState, region: string, id: string): Resource | undefined =>
  taggedResources(state, region).find(({ resource }) => resource.id === id)?.resource;
