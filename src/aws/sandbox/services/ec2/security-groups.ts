import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation } from '../../operation/index.ts';
import { ec2Error, invalidParameterValue } from './ec2-errors.ts';
import { ec2Arn, kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { toPermissions } from './security-group-permissions.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { allTraffic, networksOf, type SecurityGroup, type SecurityGroupRule } from './state/index.ts';
import { someTags, tagsFor, toEc2Tags } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.securityGroup;
const FORM = 'a-z, A-Z, 0-9, spaces, and ._-:/()#,@[]+=&;{}!$*';

export default {
  CreateSecurityGroup: defineOperation<Ec2.CreateSecurityGroupRequest, Ec2.CreateSecurityGroupResult>({
    reads: ['DryRun', 'Description', 'GroupName', 'VpcId', 'TagSpecifications'],
    access: ec2PermissionToCreate('CreateSecurityGroup', kind),
    handle: ({ input, state, region, random }) => {
      const networks = networksOf(state);
      const { GroupName: name = '', Description: description = '' } = input;
      checkName(name, description);
      const vpc =
        input.VpcId === undefined
          ? inRegion(networks.vpcs, region).find(({ isDefault }) => isDefault)
          : find(networks.vpcs, input.VpcId, kinds.vpc, region);
      if (!vpc) throw ec2Error('VPCIdNotSpecified', 'No default VPC for this user');
      if (
        [...networks.securityGroups.values()].some((group) => group.vpcId === vpc.id && group.name === name)
      )
        throw ec2Error(
          'InvalidGroup.Duplicate',
          `The security group '${name}' already exists for VPC '${vpc.id}'`,
        );
      const group: SecurityGroup = {
        id: newId(random, kind.prefix),
        region,
        tags: tagsFor(input.TagSpecifications, kind),
        name,
        description,
        vpcId: vpc.id,
        rules: [{ ...allTraffic(region, random), isEgress: true, cidrIpv4: '0.0.0.0/0' }],
      };
      networks.securityGroups.set(group.id, group);
      return {
        GroupId: group.id,
        Tags: someTags(group.tags),
        SecurityGroupArn: ec2Arn(state, region, kind, group.id),
      };
    },
  }),

  DescribeSecurityGroups: defineOperation<
    Ec2.DescribeSecurityGroupsRequest,
    Ec2.DescribeSecurityGroupsResult
  >({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'GroupIds', 'GroupNames', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeSecurityGroups'),
    handle: ({ input, state, region }) => {
      const { GroupNames = [] } = input;
      const all = inRegion(networksOf(state).securityGroups, region);
      const named = GroupNames.length === 0 ? all : GroupNames.map((name) => groupNamed(name, all));
      const page = selectPage(named, input.GroupIds, kind, input, filters(state.account.id));
      const groups = page.items.map(
        (group): Ec2.SecurityGroup => ({
          Description: group.description,
          GroupName: group.name,
          IpPermissions: toPermissions(group.rules, false, state.account.id),
          OwnerId: state.account.id,
          GroupId: group.id,
          IpPermissionsEgress: toPermissions(group.rules, true, state.account.id),
          Tags: someTags(group.tags),
          VpcId: group.vpcId,
          SecurityGroupArn: ec2Arn(state, region, kind, group.id),
        }),
      );
      return { SecurityGroups: groups, NextToken: page.next };
    },
  }),

  GetSecurityGroupsForVpc: defineOperation<
    Ec2.GetSecurityGroupsForVpcRequest,
    Ec2.GetSecurityGroupsForVpcResult
  >({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'VpcId', 'Filters', 'NextToken'],
    access: permissionToDescribe('GetSecurityGroupsForVpc'),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const vpc = find(networks.vpcs, input.VpcId, kinds.vpc, region);
      const all = inRegion(networks.securityGroups, region).filter(({ vpcId }) => vpcId === vpc.id);
      const page = selectPage(all, undefined, kind, input, filters(state.account.id));
      const groups = page.items.map(({ id, name, description, tags }) => ({
        Description: description,
        GroupId: id,
        GroupName: name,
        OwnerId: state.account.id,
        PrimaryVpcId: vpc.id,
        Tags: toEc2Tags(tags),
      }));
      return { SecurityGroupForVpcs: groups, NextToken: page.next };
    },
  }),

  DeleteSecurityGroup: defineOperation<Ec2.DeleteSecurityGroupRequest, Ec2.DeleteSecurityGroupResult>({
    reads: ['DryRun', 'GroupId', 'GroupName'],
    access: permissionToChange('DeleteSecurityGroup', kind, 'GroupId'),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const group =
        input.GroupId === undefined && input.GroupName !== undefined
          ? groupNamed(input.GroupName, inRegion(networks.securityGroups, region))
          : find(networks.securityGroups, input.GroupId, kind, region);
      const { id, name } = group;
      if (name === 'default')
        throw ec2Error(
          'CannotDelete',
          `the specified group: "${id}" name: "default" cannot be deleted by a user`,
        );
      const isUsed =
        [...networks.networkInterfaces.values()].some(({ groupIds }) => groupIds.includes(id)) ||
        [...networks.securityGroups.values()].some(
          (other) => other !== group && other.rules.some(({ referencedGroupId }) => referencedGroupId === id),
        );
      if (isUsed) throw ec2Error('DependencyViolation', `resource ${id} has a dependent object`);
      networks.securityGroups.delete(id);
      return { Return: true, GroupId: id };
    },
  }),
};

/** Names and descriptions: "Up to 255 characters in length" (API reference, CreateSecurityGroup). */
function checkName(name: string, description: string): void {
  if (name === 'default') throw invalidParameterValue('Cannot use reserved security group name: default');
  if (name.startsWith('sg-'))
    throw invalidParameterValue(
      `Invalid value '${name}' for groupName. Group names may not be in the format sg-*.`,
    );
  const form = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/;
  if (!form.test(name))
    throw invalidParameterValue(
      `Value (${name}) for parameter GroupName is invalid. Character sets beyond ASCII are not supported.`,
    );
  if (!form.test(description))
    throw invalidParameterValue(
      `Value (${description}) for parameter GroupDescription is invalid. Valid descriptions are strings less than 256 characters from the following set: ${FORM}`,
    );
}

function groupNamed(name: string, groups: readonly SecurityGroup[]): SecurityGroup {
  const group = groups.find((one) => one.name === name);
  if (!group)
    throw ec2Error('InvalidGroup.NotFound', `The security group '${name}' does not exist in default VPC`);
  return group;
}

/** The filters that the API reference lists. */
function filters(owner: string): FilterValues<SecurityGroup> {
  const of =
    (isEgress: boolean, read: (rule: SecurityGroupRule) => unknown) =>
    ({ rules }: SecurityGroup) =>
      rules.filter((rule) => rule.isEgress === isEgress).flatMap((rule) => read(rule) ?? []);
  const direction = (prefix: string, isEgress: boolean): FilterValues<SecurityGroup> => ({
    [`${prefix}.cidr`]: of(isEgress, ({ cidrIpv4 }) => cidrIpv4),
    [`${prefix}.from-port`]: of(isEgress, ({ fromPort }) => fromPort),
    [`${prefix}.group-id`]: of(isEgress, ({ referencedGroupId }) => referencedGroupId),
    [`${prefix}.ipv6-cidr`]: of(isEgress, ({ cidrIpv6 }) => cidrIpv6),
    [`${prefix}.prefix-list-id`]: () => [],
    [`${prefix}.protocol`]: of(isEgress, ({ protocol }) => protocol),
    [`${prefix}.to-port`]: of(isEgress, ({ toPort }) => toPort),
    [`${prefix}.user-id`]: of(isEgress, ({ referencedGroupId }) => referencedGroupId && owner),
  });
  return {
    description: ({ description }) => [description],
    'group-id': ({ id }) => [id],
    'group-name': ({ name }) => [name],
    'owner-id': () => [owner],
    'vpc-id': ({ vpcId }) => [vpcId],
    ...direction('ip-permission', false),
    ...direction('egress.ip-permission', true),
  };
}
