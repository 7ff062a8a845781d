import type { Filter } from '@aws-sdk/client-ec2';
import { matchesWildcard } from '../../wildcard/index.ts';
import { invalidParameterValue } from './ec2-errors.ts';
import type { Tag } from './state/index.ts';

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
