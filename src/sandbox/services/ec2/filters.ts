import type { Filter } from '@aws-sdk/client-ec2';
import { ServiceError } from '../../errors/index.ts';
import { matchesWildcard } from '../../wildcard/index.ts';

/** The values of a resource that a filter of some name is compared with; undefined for no such filter. */
export type FilterValues<Item> = Readonly<Record<string, (item: Item) => readonly string[]>>;

interface Tagged {
  readonly tags: readonly { readonly key: string; readonly value: string }[];
}

/**
 * The items that pass all filters: of one filter's values any may match, with `*`, `?` and `\` as EC2 reads them.
 * Source: EC2 User Guide, "Find your resources using filters". Throws a ServiceError for an unknown filter.
 */
export function applyFilters<Item extends Tagged>(
  items: readonly Item[],
  filters: readonly Filter[] | undefined,
  values: FilterValues<Item>,
): Item[] {
  const tests = (filters ?? []).map((filter) => toTest(filter, values));
  return items.filter((item) => tests.every((test) => test(item)));
}

function toTest<Item extends Tagged>(filter: Filter, values: FilterValues<Item>): (item: Item) => boolean {
  const actual = reader(filter.Name ?? 'null', values);
  const wanted = filter.Values ?? [];
  return (item) =>
    actual(item).some((value) => wanted.some((pattern) => matchesWildcard(pattern, value, true)));
}

function reader<Item extends Tagged>(
  name: string,
  values: FilterValues<Item>,
): (item: Item) => readonly string[] {
  const own = Object.hasOwn(values, name) ? values[name] : undefined;
  if (own) return own;
  if (name === 'tag-key') return ({ tags }) => tags.map(({ key }) => key);
  if (name.startsWith('tag:'))
    return ({ tags }) => tags.filter(({ key }) => key === name.slice(4)).map(({ value }) => value);
  throw new ServiceError(400, 'InvalidParameterValue', `The filter '${name}' is invalid`);
}
