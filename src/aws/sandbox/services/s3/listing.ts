import { pageToken, readPageToken } from '../../operation/index.ts';
import { invalidArgument } from './s3-errors.ts';
import { compareKeys } from './state/index.ts';

const MAX_KEYS = 1000;

export interface ListingRequest {
  readonly prefix: string | undefined;
  readonly delimiter: string | undefined;
  /** At most so many items and prefixes together. */
  readonly limit: number;
  /** Keys must come after this. */
  readonly after: string | undefined;
  /** True where the common prefix that `after` lies in has been listed already. */
  readonly groupsDone: boolean;
}

export interface Listing<Item> {
  readonly items: readonly Item[];
  readonly prefixes: readonly string[];
  /** The last item's key, or prefix, where there are more. */
  readonly last?: string;
}

/** One page of items in the order of their keys; keys with the same beginning up to the delimiter are one prefix. */
export function listPage<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  request: ListingRequest,
): Listing<Item> {
  const found: Item[] = [];
  const prefixes: string[] = [];
  let last: string | undefined;
  for (const item of items) {
    const key = keyOf(item);
    if (!isWanted(key, request)) continue;
    const group = commonPrefix(key, request);
    if (group !== undefined && group === prefixes.at(-1)) continue;
    if (group !== undefined && isDone(group, request)) continue;
    // A page of none is no reason to go on.
    if (found.length + prefixes.length >= request.limit)
      return request.limit === 0 ? { items: [], prefixes: [] } : { items: found, prefixes, last };
    if (group === undefined) found.push(item);
    else prefixes.push(group);
    last = group ?? key;
  }
  return { items: found, prefixes };
}

function isWanted(key: string, { prefix, after }: ListingRequest): boolean {
  return (
    (prefix === undefined || key.startsWith(prefix)) && (after === undefined || compareKeys(key, after) > 0)
  );
}

function commonPrefix(key: string, { prefix = '', delimiter }: ListingRequest): string | undefined {
  if (!delimiter) return undefined;
  const end = key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}

function isDone(group: string, { after, groupsDone }: ListingRequest): boolean {
  return groupsDone && (after ?? '').startsWith(group);
}

/** "The action returns up to 1,000 key names" (API reference). Texts of S3. */
export function limitOf(asked: number | undefined, name: string): number {
  if (asked === undefined) return MAX_KEYS;
  if (asked < 0 || asked > 2_147_483_647)
    throw invalidArgument(
      `Argument ${name} must be an integer between 0 and 2147483647`,
      name,
      String(asked),
    );
  return Math.min(asked, MAX_KEYS);
}

/** Text of S3. */
export function encoderOf(encodingType: string | undefined): (text: string) => string {
  if (encodingType === undefined) return (text) => text;
  if (encodingType !== 'url')
    throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', encodingType);
  return urlEncoded;
}

/** As S3 does it: slashes stand, a blank becomes `+`. */
function urlEncoded(text: string): string {
  return encodeURIComponent(text)
    .replace(/%2F/g, '/')
    .replace(/%20/g, '+')
    .replace(/[!'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

export const continuationToken = pageToken;

/** Text of S3. */
export function readContinuationToken(token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  const key = readPageToken(token);
  if (key === undefined)
    throw invalidArgument('The continuation token provided is incorrect', 'continuation-token');
  return key;
}
