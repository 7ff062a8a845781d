import {
  integerValue,
  list,
  object,
  replaced,
  sameValue,
  tagList,
  text,
  textAt,
  updated,
} from './properties.ts';
import { changeEc2Tags, tagSpecifications } from './resource-tags.ts';
import type { ResourceContext, ResourceType, Values } from './types.ts';

const PORTS = {
  IpProtocol: text,
  FromPort: integerValue,
  ToPort: integerValue,
  Description: text,
  CidrIp: text,
};
const INGRESS = list(object({ ...PORTS, SourceSecurityGroupId: text }, ['IpProtocol']));
const EGRESS = list(object({ ...PORTS, DestinationSecurityGroupId: text }, ['IpProtocol']));

/** The rule that each new group of a VPC has (EC2 API reference, CreateSecurityGroup). */
const ALL_TRAFFIC = { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] };

const securityGroup: ResourceType = {
  properties: {
    GroupDescription: replaced(text),
    GroupName: replaced(text),
    VpcId: replaced(text),
    SecurityGroupEgress: updated(EGRESS),
    SecurityGroupIngress: updated(INGRESS),
    Tags: updated(tagList),
  },
  required: ['GroupDescription'],
  attributes: ['GroupId', 'Id', 'VpcId'],
  nameProperty: 'GroupName',
  create: async (values, context) => {
    const { GroupName = context.newName(255), GroupDescription, VpcId } = values;
    const answer = await context.call('ec2', 'CreateSecurityGroup', {
      ...{ GroupName, Description: GroupDescription, ...tagSpecifications('security-group', values) },
      ...(VpcId !== undefined && { VpcId }),
    });
    const id = textAt(answer, 'GroupId');
    try {
      if (VpcId !== undefined && rulesIn(values, 'Egress').length > 0)
        await context.call('ec2', 'RevokeSecurityGroupEgress', { GroupId: id, IpPermissions: [ALL_TRAFFIC] });
      await addRules(id, {}, values, context);
    } catch (error) {
      await context.call('ec2', 'DeleteSecurityGroup', { GroupId: id });
      throw error;
    }
    return { id, attributes: { GroupId: id, Id: id, VpcId: String(VpcId ?? '') } };
  },
  updates: [
    async (change, context) => {
      const { id, before, after } = change;
      for (const way of WAYS) {
        const gone = permissions(rulesIn(before, way), rulesIn(after, way));
        if (gone.length > 0)
          await context.call('ec2', `RevokeSecurityGroup${way}`, { GroupId: id, IpPermissions: gone });
      }
      await addRules(id, before, after, context);
      await changeEc2Tags(change, context);
    },
  ],
  delete: async (id, _, { call }) => void (await call('ec2', 'DeleteSecurityGroup', { GroupId: id })),
};

const WAYS = ['Ingress', 'Egress'] as const;

type Way = (typeof WAYS)[number];

function rulesIn(values: Values, way: Way): readonly Values[] {
  return (values[`SecurityGroup${way}`] ?? []) as readonly Values[];
}

async function addRules(
  GroupId: string,
  before: Values,
  after: Values,
  { call }: ResourceContext,
): Promise<void> {
  for (const way of WAYS) {
    const IpPermissions = permissions(rulesIn(after, way), rulesIn(before, way));
    if (IpPermissions.length > 0)
      await call('ec2', `AuthorizeSecurityGroup${way}`, { GroupId, IpPermissions });
  }
}

/** The rules that are not among the others, as the operations take them. */
function permissions(rules: readonly Values[], others: readonly Values[]): Values[] {
  return rules.filter((rule) => !others.some((other) => sameValue(rule, other))).map(toPermission);
}

function toPermission(rule: Values): Values {
  const { IpProtocol, FromPort, ToPort, CidrIp, Description } = rule;
  const group = rule.SourceSecurityGroupId ?? rule.DestinationSecurityGroupId;
  const described = Description === undefined ? {} : { Description };
  return {
    IpProtocol,
    ...(FromPort !== undefined && { FromPort }),
    ...(ToPort !== undefined && { ToPort }),
    ...(CidrIp !== undefined && { IpRanges: [{ CidrIp, ...described }] }),
    ...(group !== undefined && { UserIdGroupPairs: [{ GroupId: group, ...described }] }),
  };
}

export default { 'AWS::EC2::SecurityGroup': securityGroup };
