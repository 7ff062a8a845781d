import type { Filter } from '@aws-sdk/client-ec2';
import { ServiceError } from '../../errors/index.ts';
import { matchesWildcard } from '../../wildcard/index.ts';

/** The values of a resource that a filter of some name is compared with; undefined for no such filter. */
export type FilterValues<Item> = Readonly<Record<string, (item: Item) => readonly string[]>>;

interface Tag {
  readonly key: string;
  readonly value: string;
}

/**
 * The items that pass all filters: of one filter's values any may match, with `*`, `?` and `\` as EC2 reads them.
 * Source: EC2 User Guide, "Find your resources using filters". Throws a ServiceError for an unknown filter, which
 * those of tags are where items have none.
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
      actual(item).some((value) => Values.some((pattern) => matchesWildcard(pattern, value, true)));
  });
  return items.filter((item) => tests.every((test) => test(item)));
}

function reader<Item>(
  name: string,
  values: FilterValues<Item>,
  tagsOf: ((item: Item) => readonly Tag[]) | undefined,
): (item: Item) => readonly string[] {
  const own = Object.hasOwn(values, name) ? values[name] : undefined;
  if (own) return own;
  if (tagsOf && name === 'tag-key') return (item) => tagsOf(item).map(({ key }) => key);
  if (tagsOf && name.startsWith('tag:'))
    return (item) =>
      tagsOf(item)
        .filter(({ key }) => key === name.slice(4))
        .map(({ value }) => value);
  throw new ServiceError(400, 'InvalidParameterValue', `The filter '${name}' is invalid`);
}
