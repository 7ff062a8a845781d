import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import {
  dependencyViolation,
  ec2Error,
  ec2MissingParameter,
  invalidCidr,
  invalidParameterValue,
} from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { formatCidr, parseCidr } from './ip-addresses.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { defaultEntries, type NetworkAcl, type NetworkAclEntry, networksOf } from './state/index.ts';
import { tagsFor, toEc2Tags } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';

const kind = kinds.networkAcl;
/** "Rules per network ACL: 20" in each direction (VPC User Guide, "Amazon VPC quotas"). */
const MOST_ENTRIES = 20;
/** The last rule, which no one can change. */
const LAST = 32_767;

export default {
  CreateNetworkAcl: defineOperation<Ec2.CreateNetworkAclRequest, Ec2.CreateNetworkAclResult>({
    reads: ['DryRun', 'VpcId', 'TagSpecifications', 'ClientToken'],
    access: ec2PermissionToCreate('CreateNetworkAcl', kind),
    handle: ({ input, state, region, random }) => {
      const networks = networksOf(state);
      const vpc = find(networks.vpcs, input.VpcId, kinds.vpc, region);
      const acl: NetworkAcl = {
        ...{ id: newId(random, kind.prefix), region, tags: tagsFor(input.TagSpecifications, kind) },
        ...{ vpcId: vpc.id, isDefault: false, entries: defaultEntries(false), associations: [] },
      };
      networks.networkAcls.set(acl.id, acl);
      return { NetworkAcl: toAcl(acl, state.account.id), ClientToken: input.ClientToken };
    },
  }),

  DescribeNetworkAcls: defineOperation<Ec2.DescribeNetworkAclsRequest, Ec2.DescribeNetworkAclsResult>({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'NetworkAclIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeNetworkAcls'),
    handle: ({ input, state, region }) => {
      const { id: owner } = state.account;
      const acls = inRegion(networksOf(state).networkAcls, region);
      const page = selectPage(acls, input.NetworkAclIds, kind, input, filters(owner));
      return { NetworkAcls: page.items.map((acl) => toAcl(acl, owner)), NextToken: page.next };
    },
  }),

  DeleteNetworkAcl: defineOperation<Ec2.DeleteNetworkAclRequest, object>({
    reads: ['DryRun', 'NetworkAclId'],
    access: permissionToChange('DeleteNetworkAcl', kind, 'NetworkAclId'),
    handle: (context) => {
      const acl = aclOf(context);
      if (acl.isDefault)
        throw ec2Error('InvalidParameterValue', `cannot delete default network ACL ${acl.id}`);
      if (acl.associations.length > 0) throw dependencyViolation('networkAcl', acl.id);
      networksOf(context.state).networkAcls.delete(acl.id);
      return {};
    },
  }),

  CreateNetworkAclEntry: defineOperation<Ec2.CreateNetworkAclEntryRequest, object>({
    reads: [
      ...(['DryRun', 'NetworkAclId', 'RuleNumber', 'Protocol', 'RuleAction', 'Egress'] as const),
      ...(['CidrBlock', 'PortRange', 'IcmpTypeCode'] as const),
    ],
    access: permissionToChange('CreateNetworkAclEntry', kind, 'NetworkAclId'),
    handle: (context) => {
      const acl = aclOf(context);
      const entry = entryOf(context.input);
      if (acl.entries.some((one) => isSame(one, entry)))
        throw ec2Error(
          'NetworkAclEntryAlreadyExists',
          `The network acl entry identified by ${entry.ruleNumber} already exists.`,
        );
      const ofDirection = acl.entries.filter(({ egress }) => egress === entry.egress);
      if (ofDirection.length > MOST_ENTRIES)
        throw ec2Error(
          'NetworkAclEntryLimitExceeded',
          'The maximum number of network acl entries has been reached.',
        );
      acl.entries = [...acl.entries, entry];
      return {};
    },
  }),

  ReplaceNetworkAclEntry: defineOperation<Ec2.ReplaceNetworkAclEntryRequest, object>({
    reads: [
      ...(['DryRun', 'NetworkAclId', 'RuleNumber', 'Protocol', 'RuleAction', 'Egress'] as const),
      ...(['CidrBlock', 'PortRange', 'IcmpTypeCode'] as const),
    ],
    access: permissionToChange('ReplaceNetworkAclEntry', kind, 'NetworkAclId'),
    handle: (context) => {
      const acl = aclOf(context);
      const entry = entryOf(context.input);
      const known = knownEntry(acl, entry);
      acl.entries = acl.entries.map((one) => (one === known ? entry : one));
      return {};
    },
  }),

  DeleteNetworkAclEntry: defineOperation<Ec2.DeleteNetworkAclEntryRequest, object>({
    reads: ['DryRun', 'NetworkAclId', 'RuleNumber', 'Egress'],
    access: permissionToChange('DeleteNetworkAclEntry', kind, 'NetworkAclId'),
    handle: (context) => {
      const acl = aclOf(context);
      const { RuleNumber: ruleNumber = 0, Egress: egress = false } = context.input;
      if (ruleNumber === LAST)
        throw invalidParameterValue(`cannot remove the default entry ${LAST} of ${acl.id}`);
      const known = knownEntry(acl, { ruleNumber, egress });
      acl.entries = acl.entries.filter((one) => one !== known);
      return {};
    },
  }),

  ReplaceNetworkAclAssociation: defineOperation<
    Ec2.ReplaceNetworkAclAssociationRequest,
    Ec2.ReplaceNetworkAclAssociationResult
  >({
    reads: ['DryRun', 'AssociationId', 'NetworkAclId'],
    access: permissionToChange('ReplaceNetworkAclAssociation', kind, 'NetworkAclId'),
    handle: (context) => {
      const { input, state, region, random } = context;
      const acl = aclOf(context);
      const old = inRegion(networksOf(state).networkAcls, region).find(({ associations }) =>
        associations.some(({ id }) => id === input.AssociationId),
      );
      const association = old?.associations.find(({ id }) => id === input.AssociationId);
      if (!old || !association)
        throw ec2Error(
          'InvalidAssociationID.NotFound',
          `The association ID '${input.AssociationId}' does not exist`,
        );
      if (old.vpcId !== acl.vpcId)
        throw invalidParameterValue(
          `network acl ${acl.id} and subnet ${association.subnetId} belong to different networks`,
        );
      const replaced = { ...association, id: newId(random, 'aclassoc') };
      old.associations = old.associations.filter((one) => one !== association);
      acl.associations = [...acl.associations, replaced];
      return { NewAssociationId: replaced.id };
    },
  }),
};

const aclOf = ({
  input,
  state,
  region,
}: OperationContext<{ readonly NetworkAclId?: string | undefined }>): NetworkAcl =>
  find(networksOf(state).networkAcls, input.NetworkAclId, kind, region);

type EntryKey = Pick<NetworkAclEntry, 'ruleNumber' | 'egress'>;

const isSame = (a: EntryKey, b: EntryKey): boolean => a.ruleNumber === b.ruleNumber && a.egress === b.egress;

function knownEntry({ id, entries }: NetworkAcl, place: EntryKey): NetworkAclEntry {
  const known = entries.find((one) => isSame(one, place));
  if (known) return known;
  const direction = place.egress ? 'egress' : 'ingress';
  throw ec2Error(
    'InvalidNetworkAclEntry.NotFound',
    `The specified network acl entry with rule number ${place.ruleNumber} and direction ${direction} does not exist in network acl ${id}.`,
  );
}

function entryOf(input: Ec2.CreateNetworkAclEntryRequest): NetworkAclEntry {
  const {
    RuleNumber: ruleNumber = 0,
    Protocol: protocol = '',
    RuleAction,
    Egress: egress = false,
    PortRange,
    IcmpTypeCode,
  } = input;
  if (ruleNumber < 1 || ruleNumber >= LAST)
    throw invalidParameterValue(`Invalid rule number ${ruleNumber}: it must be between 1 and 32766`);
  if (input.CidrBlock === undefined) throw ec2MissingParameter('cidrBlock');
  const cidr = parseCidr(input.CidrBlock);
  if (!cidr) throw invalidCidr(input.CidrBlock, 'cidrBlock');
  if (RuleAction !== 'allow' && RuleAction !== 'deny')
    throw invalidParameterValue(`Invalid value '${RuleAction}' for ruleAction.`);
  if (!/^(-1|\d{1,3})$/.test(protocol) || Number(protocol) > 255)
    throw invalidParameterValue(`Invalid value '${protocol}' for IP protocol. Unknown protocol.`);
  if (['6', '17'].includes(protocol) && !PortRange) throw ec2MissingParameter('portRange');
  if (protocol === '1' && !IcmpTypeCode) throw ec2MissingParameter('icmpTypeCode.code');
  return {
    ...{ ruleNumber, egress, protocol, action: RuleAction, cidrBlock: formatCidr(cidr) },
    ports: PortRange && { From: PortRange.From, To: PortRange.To },
    icmp: IcmpTypeCode && { Code: IcmpTypeCode.Code, Type: IcmpTypeCode.Type },
  };
}

const toAcl = (acl: NetworkAcl, owner: string): Ec2.NetworkAcl => ({
  Associations: acl.associations.map(({ id, subnetId }) => ({
    NetworkAclAssociationId: id,
    NetworkAclId: acl.id,
    SubnetId: subnetId,
  })),
  Entries: acl.entries
    .toSorted((a, b) => Number(b.egress) - Number(a.egress) || a.ruleNumber - b.ruleNumber)
    .map(({ cidrBlock, egress, icmp, ports, protocol, action, ruleNumber }) => ({
      CidrBlock: cidrBlock,
      Egress: egress,
      IcmpTypeCode: icmp,
      PortRange: ports,
      Protocol: protocol,
      RuleAction: action,
      RuleNumber: ruleNumber,
    })),
  IsDefault: acl.isDefault,
  NetworkAclId: acl.id,
  Tags: toEc2Tags(acl.tags),
  VpcId: acl.vpcId,
  OwnerId: owner,
});

/** The filters that the API reference lists. */
const filters = (owner: string): FilterValues<NetworkAcl> => ({
  'association.association-id': ({ associations }) => associations.map(({ id }) => id),
  'association.network-acl-id': ({ id, associations }) => associations.map(() => id),
  'association.subnet-id': ({ associations }) => associations.map(({ subnetId }) => subnetId),
  default: ({ isDefault }) => [isDefault],
  'entry.cidr': ({ entries }) => entries.map(({ cidrBlock }) => cidrBlock),
  'entry.egress': ({ entries }) => entries.map(({ egress }) => egress),
  'entry.icmp.code': ({ entries }) => entries.flatMap(({ icmp }) => icmp?.Code ?? []),
  'entry.icmp.type': ({ entries }) => entries.flatMap(({ icmp }) => icmp?.Type ?? []),
  'entry.ipv6-cidr': () => [],
  'entry.port-range.from': ({ entries }) => entries.flatMap(({ ports }) => ports?.From ?? []),
  'entry.port-range.to': ({ entries }) => entries.flatMap(({ ports }) => ports?.To ?? []),
  'entry.protocol': ({ entries }) => entries.map(({ protocol }) => protocol),
  'entry.rule-action': ({ entries }) => entries.map(({ action }) => action),
  'entry.rule-number': ({ entries }) => entries.map(({ ruleNumber }) => ruleNumber),
  'network-acl-id': ({ id }) => [id],
  'owner-id': () => [owner],
  'vpc-id': ({ vpcId }) => [vpcId],
});
