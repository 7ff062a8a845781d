import { type Ec2Kind, notFound } from './ec2-kinds.ts';
import type { Ec2Resource } from './state/index.ts';

/** The resources of one region. */
export function inRegion<Item extends Ec2Resource>(items: ReadonlyMap<string, Item>, region: string): Item[] {
  return [...items.values()].filter((item) => item.region === region);
}

/** The resource of an id in a region. Throws a ServiceError where it is not there. */
export function find<Item extends Ec2Resource>(
  items: ReadonlyMap<string, Item>,
  id: string | undefined,
  kind: Ec2Kind,
  region: string,
): Item {
  const item = items.get(id ?? '');
  if (item?.region !== region) throw notFound(kind, id ?? '');
  return item;
}
