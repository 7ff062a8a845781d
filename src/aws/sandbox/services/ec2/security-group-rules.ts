import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { ec2Error, ec2MissingParameter, ec2NotSimulated } from './ec2-errors.ts';
import { ec2Arn, kinds } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { addRules, type FlatPermission, isSameRule, rulesOf } from './security-group-permissions.ts';
import { PAGE_LIMITS, selectPage } from './select.ts';
import { networksOf, type SecurityGroup, type SecurityGroupRule } from './state/index.ts';
import { tagsFor, toEc2Tags } from './tag-specifications.ts';
import { permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.securityGroup;
const ruleKind = kinds.securityGroupRule;

type Rules = OperationContext<
  FlatPermission & {
    readonly GroupId?: string | undefined;
    readonly GroupName?: string | undefined;
    readonly IpPermissions?: Ec2.IpPermission[] | undefined;
    readonly SourceSecurityGroupOwnerId?: string | undefined;
    readonly TagSpecifications?: Ec2.TagSpecification[] | undefined;
    readonly SecurityGroupRuleIds?: string[] | undefined;
  }
>;

function groupOf({ input, state, region }: Rules): SecurityGroup {
  const { securityGroups } = networksOf(state);
  const { GroupId, GroupName } = input;
  if (GroupId !== undefined) return find(securityGroups, GroupId, kind, region);
  if (GroupName === undefined) throw ec2MissingParameter('groupId');
  const group = inRegion(securityGroups, region).find(({ name }) => name === GroupName);
  if (group) return group;
  throw ec2Error('InvalidGroup.NotFound', `The security group '${GroupName}' does not exist in default VPC`);
}

function authorize(context: Rules, isEgress: boolean) {
  const { input, state, random } = context;
  if (input.SourceSecurityGroupOwnerId !== undefined && input.SourceSecurityGroupOwnerId !== state.account.id)
    throw ec2NotSimulated('security groups of other accounts');
  const group = groupOf(context);
  const rules = rulesOf(input.IpPermissions, input, group, isEgress, networksOf(state));
  const added = addRules(group, rules, random, tagsFor(input.TagSpecifications, ruleKind));
  return { Return: true, SecurityGroupRules: added.map((rule) => toRule(rule, group, context)) };
}

/** Removes rules by their ids or by what they say. */
function revoke(context: Rules, isEgress: boolean) {
  const { input, state } = context;
  const group = groupOf(context);
  const { SecurityGroupRuleIds } = input;
  const removed = SecurityGroupRuleIds
    ? SecurityGroupRuleIds.map((id) => ruleById(group, id, isEgress))
    : rulesOf(input.IpPermissions, input, group, isEgress, networksOf(state)).map((wanted) => {
        const rule = group.rules.find((one) => isSameRule(one, wanted));
        if (!rule)
          throw ec2Error(
            'InvalidPermission.NotFound',
            'The specified rule does not exist in this security group.',
          );
        return rule;
      });
  group.rules = group.rules.filter((rule) => !removed.includes(rule));
  return { Return: true };
}

function ruleById(group: SecurityGroup, id: string, isEgress: boolean): SecurityGroupRule {
  const rule = group.rules.find((one) => one.id === id && one.isEgress === isEgress);
  if (!rule) throw ec2Error(ruleKind.missingCode, `The security group rule ID '${id}' does not exist`);
  return rule;
}

export default {
  AuthorizeSecurityGroupIngress: defineOperation<
    Ec2.AuthorizeSecurityGroupIngressRequest,
    Ec2.AuthorizeSecurityGroupIngressResult
  >({
    reads: [
      ...(['DryRun', 'CidrIp', 'FromPort', 'GroupId', 'GroupName', 'IpPermissions'] as const),
      ...([
        'IpProtocol',
        'SourceSecurityGroupName',
        'SourceSecurityGroupOwnerId',
        'ToPort',
        'TagSpecifications',
      ] as const),
    ],
    access: permissionToChange('AuthorizeSecurityGroupIngress', kind, 'GroupId'),
    handle: (context) => authorize(context, false),
  }),

  AuthorizeSecurityGroupEgress: defineOperation<
    Ec2.AuthorizeSecurityGroupEgressRequest,
    Ec2.AuthorizeSecurityGroupEgressResult
  >({
    reads: [
      ...(['DryRun', 'CidrIp', 'FromPort', 'GroupId', 'IpPermissions'] as const),
      ...([
        'IpProtocol',
        'SourceSecurityGroupName',
        'SourceSecurityGroupOwnerId',
        'ToPort',
        'TagSpecifications',
      ] as const),
    ],
    access: permissionToChange('AuthorizeSecurityGroupEgress', kind, 'GroupId'),
    handle: (context) => authorize(context, true),
  }),

  RevokeSecurityGroupIngress: defineOperation<
    Ec2.RevokeSecurityGroupIngressRequest,
    Ec2.RevokeSecurityGroupIngressResult
  >({
    reads: [
      ...(['DryRun', 'CidrIp', 'FromPort', 'GroupId', 'GroupName'] as const),
      ...([
        'IpPermissions',
        'IpProtocol',
        'SourceSecurityGroupName',
        'ToPort',
        'SecurityGroupRuleIds',
      ] as const),
    ],
    access: permissionToChange('RevokeSecurityGroupIngress', kind, 'GroupId'),
    handle: (context) => revoke(context, false),
  }),

  RevokeSecurityGroupEgress: defineOperation<
    Ec2.RevokeSecurityGroupEgressRequest,
    Ec2.RevokeSecurityGroupEgressResult
  >({
    reads: [
      ...(['DryRun', 'CidrIp', 'FromPort', 'GroupId', 'IpPermissions'] as const),
      ...(['IpProtocol', 'SourceSecurityGroupName', 'ToPort', 'SecurityGroupRuleIds'] as const),
    ],
    access: permissionToChange('RevokeSecurityGroupEgress', kind, 'GroupId'),
    handle: (context) => revoke(context, true),
  }),

  DescribeSecurityGroupRules: defineOperation<
    Ec2.DescribeSecurityGroupRulesRequest,
    Ec2.DescribeSecurityGroupRulesResult
  >({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'Filters', 'SecurityGroupRuleIds', 'NextToken'],
    access: permissionToDescribe('DescribeSecurityGroupRules'),
    handle: (context) => {
      const { input, state, region } = context;
      const all = inRegion(networksOf(state).securityGroups, region).flatMap((group) =>
        group.rules.map((rule) => ({ ...rule, group })),
      );
      const page = selectPage(all, input.SecurityGroupRuleIds, ruleKind, input, {
        'group-id': ({ group }) => [group.id],
        'security-group-rule-id': ({ id }) => [id],
      });
      return {
        SecurityGroupRules: page.items.map((rule) => toRule(rule, rule.group, context)),
        NextToken: page.next,
      };
    },
  }),

  ModifySecurityGroupRules: defineOperation<
    Ec2.ModifySecurityGroupRulesRequest,
    Ec2.ModifySecurityGroupRulesResult
  >({
    reads: ['DryRun', 'GroupId', 'SecurityGroupRules'],
    access: permissionToChange('ModifySecurityGroupRules', kind, 'GroupId'),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const group = find(networks.securityGroups, input.GroupId, kind, region);
      for (const { SecurityGroupRuleId = '', SecurityGroupRule: wanted } of input.SecurityGroupRules ?? []) {
        const rule = group.rules.find(({ id }) => id === SecurityGroupRuleId);
        if (!rule)
          throw ec2Error(
            ruleKind.missingCode,
            `The security group rule ID '${SecurityGroupRuleId}' does not exist`,
          );
        const [changed] = rulesOf([toPermission(wanted)], {}, group, rule.isEgress, networks);
        group.rules = group.rules.map((one) =>
          one === rule && changed ? { ...changed, id: rule.id, tags: rule.tags } : one,
        );
      }
      return { Return: true };
    },
  }),
};

function toPermission(wanted: Ec2.SecurityGroupRuleRequest | undefined): Ec2.IpPermission {
  const { IpProtocol, FromPort, ToPort, CidrIpv4, CidrIpv6, PrefixListId, ReferencedGroupId, Description } =
    wanted ?? {};
  return {
    IpProtocol,
    FromPort,
    ToPort,
    ...(CidrIpv4 !== undefined && { IpRanges: [{ CidrIp: CidrIpv4, Description }] }),
    ...(CidrIpv6 !== undefined && { Ipv6Ranges: [{ CidrIpv6, Description }] }),
    ...(PrefixListId !== undefined && { PrefixListIds: [{ PrefixListId, Description }] }),
    ...(ReferencedGroupId !== undefined && {
      UserIdGroupPairs: [{ GroupId: ReferencedGroupId, Description }],
    }),
  };
}

function toRule(
  rule: SecurityGroupRule,
  group: SecurityGroup,
  { state, region }: OperationContext<object>,
): Ec2.SecurityGroupRule {
  const { referencedGroupId } = rule;
  return {
    SecurityGroupRuleId: rule.id,
    GroupId: group.id,
    GroupOwnerId: state.account.id,
    IsEgress: rule.isEgress,
    IpProtocol: rule.protocol,
    FromPort: rule.fromPort,
    ToPort: rule.toPort,
    CidrIpv4: rule.cidrIpv4,
    CidrIpv6: rule.cidrIpv6,
    ReferencedGroupInfo:
      referencedGroupId === undefined ? undefined : { GroupId: referencedGroupId, UserId: state.account.id },
    Description: rule.description,
    Tags: toEc2Tags(rule.tags),
    SecurityGroupRuleArn: ec2Arn(state, region, ruleKind, rule.id),
  };
}
