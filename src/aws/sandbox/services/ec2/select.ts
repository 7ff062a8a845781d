import type { Filter } from '@aws-sdk/client-ec2';
import { paginate, type ResultPage, sortedBy } from '../../operation/index.ts';
import { matchesWildcard } from '../../wildcard/index.ts';
import { ec2Error, invalidParameterValue } from './ec2-errors.ts';
import { type Ec2Kind, notFound } from './ec2-kinds.ts';
import type { Tag } from './state/index.ts';

const PAGE_SIZE = 1000;

/** The range of MaxResults in botocore's model of EC2. */
export const PAGE_LIMITS = {
  MaxResults: { min: 5, max: PAGE_SIZE, source: 'botocore, data/ec2/2016-11-15/service-2.json' },
} as const;

interface Identified {
  readonly id: string;
}

interface Tagged extends Identified {
  readonly tags: readonly Tag[];
}

interface PageRequest {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}

/** Those of the ids, or all where none is given. Throws a ServiceError for an id that is not there. */
function byIds<Item extends Identified>(
  items: readonly Item[],
  ids: readonly string[] | undefined,
  kind: Ec2Kind,
): readonly Item[] {
  if (!ids || ids.length === 0) return items;
  refuseUnknown(items, ids, kind);
  return items.filter(({ id }) => ids.includes(id));
}

/** Throws a ServiceError where one or more of the ids are not among the items. */
export function refuseUnknown(items: readonly Identified[], ids: readonly string[], kind: Ec2Kind): void {
  const known = new Set(items.map(({ id }) => id));
  const unknown = ids.filter((id) => !known.has(id));
  const [first] = unknown;
  if (first === undefined) return;
  if (unknown.length === 1 || kind.prefix === 'sg') throw notFound(kind, first);
  throw ec2Error(kind.missingCode, `The ${kind.noun} IDs '${unknown.join(', ')}' do not exist`);
}

/** Selects items for a `Describe...` operation: by ids, then by filters, then one page. */
export function selectPage<Item extends Tagged>(
  items: readonly Item[],
  ids: readonly string[] | undefined,
  kind: Ec2Kind,
  request: PageRequest & { readonly Filters?: readonly Filter[] | undefined },
  filters: FilterValues<Item>,
): ResultPage<Item> {
  const named = byIds(items, ids, kind);
  return ec2Page(
    applyFilters(named, request.Filters, filters, ({ tags }) => tags),
    request,
  );
}

/** All at once, unless pages are asked for. */
export function ec2Page<Item extends Identified>(
  items: readonly Item[],
  { MaxResults, NextToken }: PageRequest,
): ResultPage<Item> {
  if (!MaxResults && !NextToken) return { items };
  const sorted = sortedBy(items, ({ id }) => id);
  const page = paginate(sorted, ({ id }) => id, MaxResults ?? PAGE_SIZE, NextToken);
  // Our wording.
  if (!page) throw invalidParameterValue('The NextToken is not valid.');
  return page;
}

export function refuseIdsWithPages(
  name: string,
  ids: readonly string[] | undefined,
  { MaxResults }: PageRequest,
): void {
  if (ids && ids.length > 0 && MaxResults !== undefined)
    throw ec2Error(
      'InvalidParameterCombination',
      `The parameter ${name} cannot be used with the parameter MaxResults`,
    );
}

/** The values of a resource that a filter of some name is compared with; undefined for no such filter. */
export type FilterValues<Item> = Readonly<Record<string, (item: Item) => readonly unknown[]>>;

/**
 * The items that pass all filters: of one filter's values any may match, with `*`, `?` and `\` as EC2 reads them.
 * A filter is found under its hyphenated name and in camel case (`isDefault`, `vpcId`), which EC2 takes too. Source:
 * EC2 User Guide, "Find your resources using filters". Throws a ServiceError for an unknown filter; filters by tag
 * are unknown where items have none.
 */
export function applyFilters<Item>(
  items: readonly Item[],
  filters: readonly Filter[] | undefined,
  values: FilterValues<Item>,
  tagsOf?: (item: Item) => readonly Tag[],
): Item[] {
  const tests = (filters ?? []).map(({ Name = 'null', Values = [] }) => {
    const actual = reader(Name, values, tagsOf);
    return (item: Item) =>
      actual(item).some((value) =>
        Values.some((pattern) => matchesWildcard(pattern, String(value ?? ''), true)),
      );
  });
  return items.filter((item) => tests.every((test) => test(item)));
}

const hyphenated = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function reader<Item>(
  name: string,
  values: FilterValues<Item>,
  tagsOf: ((item: Item) => readonly Tag[]) | undefined,
): (item: Item) => readonly unknown[] {
  for (const known of [name, hyphenated(name)]) {
    const own = Object.hasOwn(values, known) ? values[known] : undefined;
    if (own) return own;
  }
  if (tagsOf && name === 'tag-key') return (item) => tagsOf(item).map(({ key }) => key);
  if (tagsOf && name === 'tag-value') return (item) => tagsOf(item).map(({ value }) => value);
  if (tagsOf && name.startsWith('tag:'))
    return (item) =>
      tagsOf(item)
        .filter(({ key }) => key === name.slice(4))
        .map(({ value }) => value);
  throw invalidParameterValue(`The filter '${name}' is invalid`);
}
