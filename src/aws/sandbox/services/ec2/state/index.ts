import type { Account } from '../../../account/index.ts';
import { type AccountState, defineSlice } from '../../../operation/index.ts';
import type { Random } from '../../../random/index.ts';
import { newId } from '../ec2-kinds.ts';
import { addSubnet, addVpc, defaultDhcpOptions } from './defaults.ts';
import { networkResources } from './listed-resources.ts';
import type { Networks } from './types.ts';

export { computeOf } from './compute.ts';
export type * from './compute-types.ts';
export { addSubnet, addVpc, allTraffic, defaultDhcpOptions, defaultEntries, localRoute } from './defaults.ts';
export type * from './types.ts';

/** The networks of an account, which begin as its account file describes them. */
export const networksOf = (state: AccountState): Networks => state.of(networks);

const networks = defineSlice('ec2', ({ account, random }) => fromAccount(account, random), networkResources);

function fromAccount(account: Account, random: Random): Networks {
  const created = emptyNetworks();
  for (const described of account.vpcs) {
    const { id, region, cidrBlock, dhcpOptionsId, state, instanceTenancy, isDefault, associationId, tags } =
      described;
    if (!created.dhcpOptions.has(dhcpOptionsId))
      created.dhcpOptions.set(dhcpOptionsId, defaultDhcpOptions(dhcpOptionsId, region));
    const vpc = {
      id,
      region,
      tags,
      cidrBlock,
      associations: [{ id: associationId, cidrBlock }],
      dhcpOptionsId,
      state,
      instanceTenancy,
      isDefault,
      enableDnsSupport: true,
      enableDnsHostnames: isDefault,
      enableNetworkAddressUsageMetrics: false,
    };
    addVpc(created, vpc, random);
    for (const subnet of described.subnets) addSubnet(created, { ...subnet, region, vpcId: id }, random);
    if (isDefault) addDefaultGateway(created, id, region, random);
  }
  return created;
}

/** A default VPC reaches the internet (VPC User Guide, "Default VPC components"). */
export function addDefaultGateway(networks: Networks, vpcId: string, region: string, random: Random): void {
  const id = newId(random, 'igw');
  networks.internetGateways.set(id, { id, region, tags: [], vpcId });
  for (const table of networks.routeTables.values())
    if (table.vpcId === vpcId)
      table.routes = [...table.routes, { destination: '0.0.0.0/0', gatewayId: id, origin: 'CreateRoute' }];
}

function emptyNetworks(): Networks {
  return {
    vpcs: new Map(),
    subnets: new Map(),
    internetGateways: new Map(),
    routeTables: new Map(),
    securityGroups: new Map(),
    networkAcls: new Map(),
    dhcpOptions: new Map(),
    addresses: new Map(),
    natGateways: new Map(),
    networkInterfaces: new Map(),
    vpcEndpoints: new Map(),
    peerings: new Map(),
  };
}
