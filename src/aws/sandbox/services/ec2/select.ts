import { ServiceError } from '../../errors/index.ts';
import { type Page, paginate, sortedBy } from '../../pagination/index.ts';

export const PAGE_SIZE = 1000;

interface Identified {
  readonly id: string;
}

interface PageRequest {
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

/** Those of the ids, or all where none is given. Throws a ServiceError for an id that is not there. */
export function byIds<Item extends Identified>(
  items: readonly Item[],
  ids: readonly string[] | undefined,
  missing: { readonly code: string; readonly noun: string },
): readonly Item[] {
  if (!ids || ids.length === 0) return items;
  const unknown = ids.filter((wanted) => !items.some(({ id }) => id === wanted));
  if (unknown.length === 0) return items.filter(({ id }) => ids.includes(id));
  const list = unknown.join(', ');
  const text =
    unknown.length === 1
      ? `The ${missing.noun} ID '${list}' does not exist`
      : `The ${missing.noun} IDs '${list}' do not exist`;
  throw new ServiceError(400, missing.code, text);
}

/** All at once, unless pages are asked for. */
export function pageOf<Item extends Identified>(
  items: readonly Item[],
  { MaxResults, NextToken }: PageRequest,
): Page<Item> {
  if (!MaxResults && !NextToken) return { items };
  const sorted = sortedBy(items, ({ id }) => id);
  const page = paginate(sorted, ({ id }) => id, MaxResults ?? PAGE_SIZE, NextToken);
  // Our wording.
  if (!page) throw new ServiceError(400, 'InvalidParameterValue', 'The NextToken is not valid.');
  return page;
}

export function refuseIdsWithPages(
  name: string,
  ids: readonly string[] | undefined,
  { MaxResults }: PageRequest,
): void {
  if (ids && ids.length > 0 && MaxResults !== undefined)
    throw new ServiceError(
      400,
      'InvalidParameterCombination',
      `The parameter ${name} cannot be used with the parameter MaxResults`,
    );
}
