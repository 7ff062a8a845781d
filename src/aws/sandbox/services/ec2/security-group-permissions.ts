import type { IpPermission } from '@aws-sdk/client-ec2';
import type { Random } from '../../random/index.ts';
import {
  ec2Error,
  ec2MissingParameter,
  ec2NotSimulated,
  invalidCidr,
  invalidParameterValue,
} from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find } from './find.ts';
import { formatCidr, parseCidr } from './ip-addresses.ts';
import type { Networks, SecurityGroup, SecurityGroupRule } from './state/index.ts';

/** The members of an Authorize or Revoke request that together make one permission, the older form. */
export interface FlatPermission {
  readonly IpProtocol?: string | undefined;
  readonly FromPort?: number | undefined;
  readonly ToPort?: number | undefined;
  readonly CidrIp?: string | undefined;
  readonly SourceSecurityGroupName?: string | undefined;
}

type NewRule = Omit<SecurityGroupRule, 'id' | 'tags'>;

const PROTOCOLS: Readonly<Record<string, string>> = {
  '6': 'tcp',
  '17': 'udp',
  '1': 'icmp',
  '58': 'icmpv6',
  all: '-1',
};

/** The rules that a request means, in either of its two forms. Throws for what AWS refuses. */
export function rulesOf(
  permissions: readonly IpPermission[] | undefined,
  flat: FlatPermission,
  group: SecurityGroup,
  isEgress: boolean,
  networks: Networks,
): NewRule[] {
  const { IpProtocol, FromPort, ToPort, CidrIp, SourceSecurityGroupName } = flat;
  const old: IpPermission = {
    IpProtocol,
    FromPort,
    ToPort,
    ...(CidrIp !== undefined && { IpRanges: [{ CidrIp }] }),
    ...(SourceSecurityGroupName !== undefined && {
      UserIdGroupPairs: [{ GroupName: SourceSecurityGroupName }],
    }),
  };
  const isOld = IpProtocol !== undefined || CidrIp !== undefined || SourceSecurityGroupName !== undefined;
  const all = [...(permissions ?? []), ...(isOld ? [old] : [])];
  if (all.length === 0) throw ec2MissingParameter('ipPermissions');
  return all.flatMap((permission) => rulesOfOne(permission, group, isEgress, networks));
}

function rulesOfOne(
  permission: IpPermission,
  group: SecurityGroup,
  isEgress: boolean,
  networks: Networks,
): NewRule[] {
  const { IpRanges = [], Ipv6Ranges = [], UserIdGroupPairs = [], PrefixListIds = [] } = permission;
  if (PrefixListIds.length > 0) throw ec2NotSimulated('rules for prefix lists');
  const base = { region: group.region, isEgress, ...portsOf(permission) };
  const rules = [
    ...IpRanges.map(({ CidrIp = '', Description }) => {
      const cidr = parseCidr(CidrIp);
      if (!cidr) throw ec2Error('InvalidParameterValue', `CIDR block ${CidrIp} is malformed`);
      return { ...base, cidrIpv4: formatCidr(cidr), description: Description };
    }),
    ...Ipv6Ranges.map(({ CidrIpv6 = '', Description }) => {
      if (!/^[0-9a-f:]+\/\d{1,3}$/i.test(CidrIpv6)) throw invalidCidr(CidrIpv6, 'cidrIpv6');
      return { ...base, cidrIpv6: CidrIpv6.toLowerCase(), description: Description };
    }),
    ...UserIdGroupPairs.map(({ GroupId, GroupName, Description }) => {
      const source =
        GroupId === undefined
          ? [...networks.securityGroups.values()].find(
              ({ name, vpcId }) => name === GroupName && vpcId === group.vpcId,
            )
          : find(networks.securityGroups, GroupId, kinds.securityGroup, group.region);
      if (!source)
        throw ec2Error('InvalidGroup.NotFound', `The security group '${GroupName}' does not exist`);
      return { ...base, referencedGroupId: source.id, description: Description };
    }),
  ];
  if (rules.length === 0) throw ec2MissingParameter('cidrIp');
  return rules;
}

function portsOf({ IpProtocol, FromPort, ToPort }: IpPermission) {
  if (IpProtocol === undefined) throw ec2MissingParameter('ipProtocol');
  const protocol = PROTOCOLS[IpProtocol] ?? IpProtocol.toLowerCase();
  if (!/^(tcp|udp|icmp|icmpv6|-1|\d{1,3})$/.test(protocol))
    throw ec2Error(
      'InvalidPermission.Malformed',
      `Unsupported IP protocol "${IpProtocol}"  - supported: [tcp, udp, icmp]`,
    );
  if (protocol === '-1') return { protocol, fromPort: -1, toPort: -1 };
  if (protocol !== 'tcp' && protocol !== 'udp')
    return { protocol, fromPort: FromPort ?? -1, toPort: ToPort ?? -1 };
  if (FromPort === undefined || ToPort === undefined)
    throw invalidParameterValue(
      `Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.`,
    );
  if (FromPort > ToPort) throw invalidParameterValue(`Invalid TCP/UDP port range (${FromPort}:${ToPort})`);
  for (const port of [FromPort, ToPort])
    if (port < 0 || port > 65535)
      throw invalidParameterValue(`Invalid value '${port}' for portRange. Must be in range 0-65535`);
  return { protocol, fromPort: FromPort, toPort: ToPort };
}

export const isSameRule = (a: NewRule, b: NewRule): boolean =>
  a.isEgress === b.isEgress &&
  a.protocol === b.protocol &&
  a.fromPort === b.fromPort &&
  a.toPort === b.toPort &&
  a.cidrIpv4 === b.cidrIpv4 &&
  a.cidrIpv6 === b.cidrIpv6 &&
  a.referencedGroupId === b.referencedGroupId;

/** Adds rules to a group. Throws for one that it has already, in the words seen on AWS. */
export function addRules(
  group: SecurityGroup,
  rules: readonly NewRule[],
  random: Random,
  tags: SecurityGroupRule['tags'],
): SecurityGroupRule[] {
  const added: SecurityGroupRule[] = [];
  for (const rule of rules) {
    if ([...group.rules, ...added].some((known) => isSameRule(known, rule)))
      throw ec2Error(
        'InvalidPermission.Duplicate',
        `the specified rule "${describeRule(rule)}" already exists`,
      );
    added.push({ ...rule, id: newId(random, 'sgr'), tags });
  }
  // "Inbound or outbound rules per security group: 60" (VPC User Guide, "Amazon VPC quotas").
  const [first] = added;
  const count = [...group.rules, ...added].filter(({ isEgress }) => isEgress === first?.isEgress).length;
  if (count > 60)
    throw ec2Error(
      'RulesPerSecurityGroupLimitExceeded',
      'The maximum number of rules per security group has been reached.',
    );
  group.rules = [...group.rules, ...added];
  return added;
}

function describeRule({
  cidrIpv4,
  cidrIpv6,
  referencedGroupId,
  protocol,
  fromPort,
  toPort,
}: NewRule): string {
  const peer = cidrIpv4 ?? cidrIpv6 ?? referencedGroupId;
  if (protocol === '-1') return `peer: ${peer}, ALL, ALLOW`;
  return `peer: ${peer}, ${protocol.toUpperCase()}, from port: ${fromPort}, to port: ${toPort}, ALLOW`;
}

/** Rules as DescribeSecurityGroups shows them: those of one protocol and range together. */
export function toPermissions(
  rules: readonly SecurityGroupRule[],
  isEgress: boolean,
  owner: string,
): IpPermission[] {
  const groups = new Map<string, SecurityGroupRule[]>();
  for (const rule of rules) {
    if (rule.isEgress !== isEgress) continue;
    const key = `${rule.protocol} ${rule.fromPort} ${rule.toPort}`;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()].map((together) => toPermission(together, owner));
}

function toPermission(rules: readonly SecurityGroupRule[], owner: string): IpPermission {
  const [first] = rules;
  const hasPorts = first?.protocol !== '-1';
  return {
    ...(hasPorts && { FromPort: first?.fromPort, ToPort: first?.toPort }),
    IpProtocol: first?.protocol,
    IpRanges: rules.flatMap(({ cidrIpv4, description }) =>
      cidrIpv4 === undefined ? [] : [{ CidrIp: cidrIpv4, Description: description }],
    ),
    Ipv6Ranges: rules.flatMap(({ cidrIpv6, description }) =>
      cidrIpv6 === undefined ? [] : [{ CidrIpv6: cidrIpv6, Description: description }],
    ),
    PrefixListIds: [],
    UserIdGroupPairs: rules.flatMap(({ referencedGroupId, description }) =>
      referencedGroupId === undefined
        ? []
        : [{ GroupId: referencedGroupId, UserId: owner, Description: description }],
    ),
  };
}
