import { paginate, sortedBy } from '../../operation/index.ts';
import { iamValidationError } from './iam-errors.ts';

/** "If you do not include this parameter, the number of items defaults to 100" (API reference). */
const DEFAULT_MAX_ITEMS = 100;

export interface Paging {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

/** One page in the order of the keys, and what says whether there is more. Throws ValidationError. */
export function iamPage<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
  { MaxItems, Marker }: Paging,
) {
  const sorted = sortedBy([...items], keyOf);
  const page = paginate(sorted, keyOf, MaxItems ?? DEFAULT_MAX_ITEMS, Marker);
  // Our wording.
  if (!page) throw iamValidationError('Invalid Marker.');
  return { items: page.items, more: { IsTruncated: page.next !== undefined, Marker: page.next } };
}

export const byName = ({ name }: { readonly name: string }): string => name;
