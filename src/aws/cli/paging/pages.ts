import { generalError } from '../failures.ts';
import type { Paginator } from '../model/index.ts';
import { search } from '../output/index.ts';
import { repr } from '../python/builtins.ts';
import { decodeToken, encodeToken } from './starting-token.ts';

type Data = Record<string, unknown>;

export interface PagingOptions {
  readonly maxItems?: number;
  readonly pageSize?: number | string;
  readonly startingToken?: string;
}

/** A listing, page by page, as botocore's PageIterator gives it. */
export interface PagedListing {
  readonly pages: readonly Data[];
  /** Members that are printed once, from the first page. */
  readonly once: Data;
  /** For `--starting-token`, when items were left out. */
  readonly nextToken?: string;
}

/** Asks for page after page until there are no more or enough items. Throws what `call` throws. */
export async function listPages(
  paginator: Paginator,
  parameters: Data,
  paging: PagingOptions,
  call: (parameters: Data) => Promise<Data>,
): Promise<PagedListing> {
  const walk = new Walk(paginator, paging);
  let input = walk.firstInput(parameters);
  while (!walk.take(await call(input))) input = withTokens(input, walk.tokens);
  return walk;
}

class Walk implements PagedListing {
  readonly pages: Data[] = [];
  once: Data = {};
  nextToken: string | undefined;
  /** Tokens that the next request sends to get the next page. */
  tokens: Data;
  readonly #paginator: Paginator;
  readonly #paging: PagingOptions;
  readonly #primary: string;
  #skip = 0;
  #total = 0;
  #previous: string | undefined;

  constructor(paginator: Paginator, paging: PagingOptions) {
    this.#paginator = paginator;
    this.#paging = paging;
    this.#primary = paginator.resultKey[0] ?? '';
    this.tokens = Object.fromEntries(paginator.inputToken.map((name) => [name, null]));
  }

  firstInput(parameters: Data): Data {
    const { startingToken, pageSize } = this.#paging;
    const { limitKey, inputToken } = this.#paginator;
    const sized = pageSize !== undefined && limitKey ? { ...parameters, [limitKey]: pageSize } : parameters;
    if (!startingToken) return sized;
    const resume = decodeToken(startingToken, inputToken);
    this.tokens = { ...resume.tokens };
    this.#skip = resume.skip;
    return withTokens(sized, this.tokens);
  }

  /** Takes in a page; true when it is the last that is wanted. */
  take(page: Data): boolean {
    const first = this.pages.length === 0;
    if (first && this.#paging.startingToken) skipShown(page, this.#paginator, this.#skip);
    if (first) this.once = pick(page, this.#paginator.nonAggregateKeys ?? []);
    else this.#skip = 0;
    this.pages.push(page);
    return this.#isCut(page) || this.#isEnd(page);
  }

  /** With more items than asked for, leaves out what is too much. */
  #isCut(page: Data): boolean {
    const { maxItems } = this.#paging;
    const items = itemsOf(page, this.#primary);
    this.#total += items.length;
    if (maxItems === undefined || this.#total <= maxItems) return false;
    const kept = items.length - (this.#total - maxItems);
    setAt(page, this.#primary, items.slice(0, kept));
    this.nextToken = encodeToken(this.tokens, kept + this.#skip);
    return true;
  }

  #isEnd(page: Data): boolean {
    this.tokens = nextTokens(page, this.#paginator);
    if (Object.values(this.tokens).every((token) => token === null)) return true;
    const shown = repr(this.tokens);
    if (this.#total === this.#paging.maxItems) {
      this.nextToken = encodeToken(this.tokens);
      return true;
    }
    if (this.#previous === shown)
      throw generalError(`Error during pagination: The same next token was received twice: ${shown}`);
    this.#previous = shown;
    return false;
  }
}

function withTokens(parameters: Data, tokens: Readonly<Data>): Data {
  const next = { ...parameters };
  for (const [name, token] of Object.entries(tokens)) {
    if (token !== null && token !== 'None') next[name] = token;
    else delete next[name];
  }
  return next;
}

function nextTokens(page: Data, paginator: Paginator): Data {
  if (paginator.moreResults !== undefined && !search(page, paginator.moreResults)) return {};
  return Object.fromEntries(
    paginator.inputToken.map((name, i) => [name, search(page, paginator.outputToken[i] ?? '') || null]),
  );
}

function itemsOf(page: Data, expression: string): readonly unknown[] {
  const found = search(page, expression);
  return Array.isArray(found) ? found : [];
}

/** The first page again, without what was shown of it before. */
function skipShown(page: Data, paginator: Paginator, skip: number): void {
  paginator.resultKey.forEach((expression, index) => {
    const found = search(page, expression);
    if (index === 0) setAt(page, expression, Array.isArray(found) ? found.slice(skip) : null);
    else setAt(page, expression, Array.isArray(found) ? [] : typeof found === 'string' ? '' : null);
  });
}

const pick = (page: Data, expressions: readonly string[]) => {
  const found: Data = {};
  for (const expression of expressions) setAt(found, expression, search(page, expression));
  return found;
};

/** Sets a value at a dotted path, making what lies on the way. */
function setAt(data: Data, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = data;
  for (const name of names) {
    const next = at[name];
    if (next === null || typeof next !== 'object') at[name] = {};
    at = at[name] as Data;
  }
  at[last] = value;
}

/** All pages as one answer. */
export function wholeResult(listing: PagedListing, paginator: Paginator): Data {
  const whole: Data = {};
  for (const page of listing.pages)
    for (const expression of paginator.resultKey) append(whole, page, expression);
  const named = listing.nextToken === undefined ? {} : { NextToken: listing.nextToken };
  return { ...whole, ...listing.once, ...named };
}

/** Lists grow, numbers are added up, texts joined. */
function append(whole: Data, page: Data, expression: string): void {
  const value = search(page, expression);
  const before = search(whole, expression);
  if (value === null) return;
  if (before === null) setAt(whole, expression, Array.isArray(value) ? [...value] : value);
  else if (Array.isArray(before) && Array.isArray(value)) before.push(...value);
  else if (typeof before === typeof value) setAt(whole, expression, (before as number) + (value as number));
}

/** Each page as the text output prints it, the token to go on with last. */
export function textPages(listing: PagedListing, paginator: Paginator): Data[] {
  const pages = listing.pages.map((page, index) => {
    const shown: Data = index === 0 ? { ...listing.once } : {};
    for (const expression of paginator.resultKey) setAt(shown, expression, search(page, expression));
    return shown;
  });
  return listing.nextToken === undefined
    ? pages
    : [...pages, { NextToken: { NextToken: listing.nextToken } }];
}
