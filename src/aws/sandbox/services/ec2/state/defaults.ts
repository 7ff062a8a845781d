import type { Random } from '../../../random/index.ts';
import { newId } from '../ec2-kinds.ts';
import type { DhcpOptions, NetworkAclEntry, Networks, SecurityGroupRule, Subnet, Vpc } from './types.ts';

/** Adds a VPC with what comes with it: a main route table, a network ACL and a security group (VPC User Guide). */
export function addVpc(networks: Networks, vpc: Vpc, random: Random): void {
  const { id: vpcId, region } = vpc;
  networks.vpcs.set(vpcId, vpc);
  const routeTable = newId(random, 'rtb');
  networks.routeTables.set(routeTable, {
    id: routeTable,
    region,
    tags: [],
    vpcId,
    routes: [localRoute(vpc.cidrBlock)],
    associations: [{ id: newId(random, 'rtbassoc') }],
  });
  const acl = newId(random, 'acl');
  const entries = [...defaultEntries(true), ...defaultEntries(false)];
  networks.networkAcls.set(acl, {
    id: acl,
    region,
    tags: [],
    vpcId,
    isDefault: true,
    entries,
    associations: [],
  });
  const group = newId(random, 'sg');
  networks.securityGroups.set(group, {
    id: group,
    region,
    tags: [],
    name: 'default',
    description: 'default VPC security group',
    vpcId,
    rules: [
      { ...allTraffic(region, random), isEgress: false, referencedGroupId: group },
      { ...allTraffic(region, random), isEgress: true, cidrIpv4: '0.0.0.0/0' },
    ],
  });
}

/** Adds a subnet, which the VPC's default network ACL takes. */
export function addSubnet(networks: Networks, subnet: Subnet, random: Random): void {
  networks.subnets.set(subnet.id, subnet);
  for (const acl of networks.networkAcls.values())
    if (acl.vpcId === subnet.vpcId && acl.isDefault)
      acl.associations = [...acl.associations, { id: newId(random, 'aclassoc'), subnetId: subnet.id }];
}

export const localRoute = (destination: string) =>
  ({ destination, gatewayId: 'local', origin: 'CreateRouteTable' }) as const;

/** The rule that every new security group has, and half of the default group's. */
export function allTraffic(region: string, random: Random): Omit<SecurityGroupRule, 'isEgress'> {
  return { id: newId(random, 'sgr'), region, tags: [], protocol: '-1', fromPort: -1, toPort: -1 };
}

/** A default network ACL lets all in and out; the last entry of every ACL is a denial that cannot be removed. */
export function defaultEntries(allowsAll: boolean): NetworkAclEntry[] {
  return [true, false].map((egress) => ({
    ruleNumber: allowsAll ? 100 : 32767,
    egress,
    protocol: '-1',
    action: allowsAll ? 'allow' : 'deny',
    cidrBlock: '0.0.0.0/0',
  }));
}

/** The options of a new account: us-east-1 has a domain of its own (VPC User Guide, "DHCP option sets"). */
export function defaultDhcpOptions(id: string, region: string): DhcpOptions {
  const domain = region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
  const configurations = [
    { key: 'domain-name', values: [domain] },
    { key: 'domain-name-servers', values: ['AmazonProvidedDNS'] },
  ];
  return { id, region, tags: [], configurations };
}
