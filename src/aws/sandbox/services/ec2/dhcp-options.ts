import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation } from '../../operation/index.ts';
import { dependencyViolation, invalidParameterValue } from './ec2-errors.ts';
import { kinds, newId } from './ec2-kinds.ts';
import { find, inRegion } from './find.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { type DhcpOptions, networksOf } from './state/index.ts';
import { tagsFor, toEc2Tags } from './tag-specifications.ts';
import { ec2PermissionToCreate, permissionToChange, permissionToDescribe } from './tagged-resources.ts';
import { regionsDhcpOptions } from './vpcs.ts';

const kind = kinds.dhcpOptions;
/** Source: API reference, CreateDhcpOptions. */
const KEYS = [
  ...['domain-name', 'domain-name-servers', 'ntp-servers', 'netbios-name-servers', 'netbios-node-type'],
  'ipv6-address-preferred-lease-time',
];

export default {
  CreateDhcpOptions: defineOperation<Ec2.CreateDhcpOptionsRequest, Ec2.CreateDhcpOptionsResult>({
    reads: ['DryRun', 'DhcpConfigurations', 'TagSpecifications'],
    access: ec2PermissionToCreate('CreateDhcpOptions', kind),
    handle: ({ input, state, region, random }) => {
      const configurations = (input.DhcpConfigurations ?? []).map(
        ({ Key: key = '', Values: values = [] }) => {
          if (!KEYS.includes(key))
            throw invalidParameterValue(`Value (${key}) for parameter name is invalid. Unknown DHCP option`);
          return { key, values };
        },
      );
      const options: DhcpOptions = {
        ...{ id: newId(random, kind.prefix), region, configurations },
        tags: tagsFor(input.TagSpecifications, kind),
      };
      networksOf(state).dhcpOptions.set(options.id, options);
      return { DhcpOptions: toOptions(options, state.account.id) };
    },
  }),

  DescribeDhcpOptions: defineOperation<Ec2.DescribeDhcpOptionsRequest, Ec2.DescribeDhcpOptionsResult>({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'DhcpOptionsIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeDhcpOptions'),
    handle: ({ input, state, region }) => {
      const { id: owner } = state.account;
      const all = inRegion(networksOf(state).dhcpOptions, region);
      const page = selectPage(all, input.DhcpOptionsIds, kind, input, filters(owner));
      return { DhcpOptions: page.items.map((one) => toOptions(one, owner)), NextToken: page.next };
    },
  }),

  /** `default`: the options that AWS gives to a Region's VPCs (API reference). */
  AssociateDhcpOptions: defineOperation<Ec2.AssociateDhcpOptionsRequest, object>({
    reads: ['DryRun', 'DhcpOptionsId', 'VpcId'],
    access: permissionToChange('AssociateDhcpOptions', kind, 'DhcpOptionsId'),
    handle: (context) => {
      const { input, state, region } = context;
      const networks = networksOf(state);
      const vpc = find(networks.vpcs, input.VpcId, kinds.vpc, region);
      vpc.dhcpOptionsId =
        input.DhcpOptionsId === 'default'
          ? regionsDhcpOptions(context)
          : find(networks.dhcpOptions, input.DhcpOptionsId, kind, region).id;
      return {};
    },
  }),

  DeleteDhcpOptions: defineOperation<Ec2.DeleteDhcpOptionsRequest, object>({
    reads: ['DryRun', 'DhcpOptionsId'],
    access: permissionToChange('DeleteDhcpOptions', kind, 'DhcpOptionsId'),
    handle: ({ input, state, region }) => {
      const networks = networksOf(state);
      const { id } = find(networks.dhcpOptions, input.DhcpOptionsId, kind, region);
      if ([...networks.vpcs.values()].some(({ dhcpOptionsId }) => dhcpOptionsId === id))
        throw dependencyViolation('dhcpOptions', id);
      networks.dhcpOptions.delete(id);
      return {};
    },
  }),
};

const toOptions = ({ id, configurations, tags }: DhcpOptions, owner: string): Ec2.DhcpOptions => ({
  DhcpConfigurations: configurations.map(({ key, values }) => ({
    Key: key,
    Values: values.map((Value) => ({ Value })),
  })),
  DhcpOptionsId: id,
  OwnerId: owner,
  Tags: toEc2Tags(tags),
});

/** The filters that the API reference lists. */
const filters = (owner: string): FilterValues<DhcpOptions> => ({
  'dhcp-options-id': ({ id }) => [id],
  key: ({ configurations }) => configurations.map(({ key }) => key),
  value: ({ configurations }) => configurations.flatMap(({ values }) => values),
  'owner-id': () => [owner],
});
