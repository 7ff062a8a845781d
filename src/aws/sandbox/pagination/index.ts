import { fromBase64, fromUtf8, toBase64, toUtf8 } from '@smithy/core/serde';

export interface ResultPage<Item> {
  readonly items: readonly Item[];
  /** Opaque; present when there is more. */
  readonly next?: string;
}

const PREFIX = 'after:';

/**
 * One page of items that are in the order of their keys. Undefined for a token that no page gave.
 * The token holds the last key shown, so that a page stays right while items come and go.
 */
export function paginate<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  limit: number,
  token?: string,
): ResultPage<Item> | undefined {
  const after = token === undefined ? undefined : readPageToken(token);
  if (token !== undefined && after === undefined) return undefined;
  const rest = after === undefined ? items : items.filter((item) => keyOf(item) > after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return last !== undefined && rest.length > page.length
    ? { items: page, next: pageToken(keyOf(last)) }
    : { items: page };
}

/** Sorts by key as bytes do, without regard to any language. */
export function sortedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))));
}

/** The opaque token of the page after a key. */
export function pageToken(lastKey: string): string {
  return toBase64(fromUtf8(PREFIX + lastKey));
}

/** The key that a token goes on after; undefined for a token that no page gave. */
export function readPageToken(token: string): string | undefined {
  try {
    const text = toUtf8(fromBase64(token));
    return text.startsWith(PREFIX) ? text.slice(PREFIX.length) : undefined;
  } catch {
    return undefined;
  }
}
