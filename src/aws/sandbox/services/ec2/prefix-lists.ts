import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation } from '../../operation/index.ts';
import { type FilterValues, PAGE_LIMITS, selectPage } from './select.ts';
import { permissionToDescribe } from './tagged-resources.ts';

/** A prefix list of AWS: the addresses of a service. */
interface PrefixList {
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly cidrs: readonly string[];
  readonly tags: readonly [];
}

const kind = {
  ...{ prefix: 'pl', type: 'prefix-list', noun: 'prefix list' },
  missingCode: 'InvalidPrefixListId.NotFound',
};

/**
 * The lists for the two services with gateway endpoints. Real ids and blocks differ by Region and change: ours are of a
 * block reserved for documentation.
 */
function listsOf(region: string): PrefixList[] {
  const place = [...region].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffff, 7);
  return (['s3', 'dynamodb'] as const).map((service, index) => {
    const id = `pl-${(0x61a50000 + place + index * 0x10000).toString(16)}`;
    return {
      ...{ id, name: `com.amazonaws.${region}.${service}`, tags: [] },
      arn: `arn:aws:ec2:${region}:aws:prefix-list/${id}`,
      cidrs: [`192.0.2.${index * 128}/25`],
    };
  });
}

/** The id of a service's list; undefined for a service that has none. */
export const prefixListOf = (name: string, region: string): string | undefined =>
  listsOf(region).find((list) => list.name === name)?.id;

const filters: FilterValues<PrefixList> = {
  'prefix-list-id': ({ id }) => [id],
  'prefix-list-name': ({ name }) => [name],
};

export default {
  DescribePrefixLists: defineOperation<Ec2.DescribePrefixListsRequest, Ec2.DescribePrefixListsResult>({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'PrefixListIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribePrefixLists'),
    handle: ({ input, region }) => {
      const page = selectPage(listsOf(region), input.PrefixListIds, kind, input, filters);
      return {
        PrefixLists: page.items.map(({ id, name, cidrs }) => ({
          Cidrs: [...cidrs],
          PrefixListId: id,
          PrefixListName: name,
        })),
        NextToken: page.next,
      };
    },
  }),

  DescribeManagedPrefixLists: defineOperation<
    Ec2.DescribeManagedPrefixListsRequest,
    Ec2.DescribeManagedPrefixListsResult
  >({
    constraints: { MaxResults: { min: 1, max: 100, source: 'API reference, DescribeManagedPrefixLists' } },
    reads: ['DryRun', 'PrefixListIds', 'Filters', 'NextToken'],
    access: permissionToDescribe('DescribeManagedPrefixLists'),
    handle: ({ input, region }) => {
      const all = { ...filters, 'owner-id': () => ['AWS'] };
      const page = selectPage(listsOf(region), input.PrefixListIds, kind, input, all);
      return {
        PrefixLists: page.items.map(({ id, name, arn }) => ({
          PrefixListId: id,
          AddressFamily: 'IPv4',
          State: 'create-complete' as const,
          PrefixListArn: arn,
          PrefixListName: name,
          Tags: [],
          OwnerId: 'AWS',
        })),
        NextToken: page.next,
      };
    },
  }),
};
