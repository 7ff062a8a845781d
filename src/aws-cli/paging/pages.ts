import type { Paginator } from '../facts/index.ts';
import { generalError } from '../failures.ts';
import { search } from '../output/index.ts';
import { repr } from '../python/repr.ts';
import { decodeToken, encodeToken, type Resume } from './token.ts';

type Data = Record<string, unknown>;

export interface Paging {
  readonly maxItems?: number;
  readonly pageSize?: number | string;
  readonly startingToken?: string;
}

/** A listing, page by page, as botocore's PageIterator gives it. */
export interface Listing {
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
  paging: Paging,
  call: (parameters: Data) => Promise<Data>,
): Promise<Listing> {
  const primary = paginator.results[0] ?? '';
  const pages: Data[] = [];
  let once: Data = {};
  let total = 0;
  let resume: Resume = paging.startingToken
    ? decodeToken(paging.startingToken, paginator.input)
    : { tokens: Object.fromEntries(paginator.input.map((name) => [name, null])), skip: 0 };
  let input = withTokens(parameters, paging.startingToken ? resume.tokens : {});
  if (paging.pageSize !== undefined && paginator.limit) input[paginator.limit] = paging.pageSize;
  let previous: string | undefined;
  for (;;) {
    const page = await call(input);
    const first = pages.length === 0;
    if (first && paging.startingToken) skipShown(page, paginator, resume.skip);
    if (first) once = pick(page, paginator.once ?? []);
    const items = itemsOf(page, primary);
    const surplus = paging.maxItems === undefined ? 0 : total + items.length - paging.maxItems;
    pages.push(page);
    if (surplus > 0) {
      const kept = items.length - surplus;
      setAt(page, primary, items.slice(0, kept));
      return { pages, once, nextToken: encodeToken(resume.tokens, kept + (first ? resume.skip : 0)) };
    }
    total += items.length;
    const tokens = nextTokens(page, paginator);
    if (Object.values(tokens).every((token) => token === null)) return { pages, once };
    if (total === paging.maxItems) return { pages, once, nextToken: encodeToken(tokens) };
    if (previous === repr(tokens))
      throw generalError(`Error during pagination: The same next token was received twice: ${previous}`);
    previous = repr(tokens);
    resume = { tokens, skip: 0 };
    input = withTokens(input, tokens);
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
  if (paginator.more !== undefined && !search(page, paginator.more)) return {};
  return Object.fromEntries(
    paginator.input.map((name, i) => [name, search(page, paginator.output[i] ?? '') || null]),
  );
}

function itemsOf(page: Data, expression: string): readonly unknown[] {
  const found = search(page, expression);
  return Array.isArray(found) ? found : [];
}

/** The first page again, without what was shown of it before. */
function skipShown(page: Data, paginator: Paginator, skip: number): void {
  paginator.results.forEach((expression, index) => {
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
export function wholeResult(listing: Listing, paginator: Paginator): Data {
  const whole: Data = {};
  for (const page of listing.pages) {
    for (const expression of paginator.results) {
      const value = search(page, expression);
      if (value === null) continue;
      const before = search(whole, expression);
      if (before === null) setAt(whole, expression, Array.isArray(value) ? [...value] : value);
      else if (Array.isArray(before) && Array.isArray(value)) before.push(...value);
      else if (typeof before === typeof value)
        setAt(whole, expression, (before as number) + (value as number));
    }
  }
  const named = listing.nextToken === undefined ? {} : { NextToken: listing.nextToken };
  return { ...whole, ...listing.once, ...named };
}

/** Each page as the text output prints it, the token to go on with last. */
export function textPages(listing: Listing, paginator: Paginator): Data[] {
  const pages = listing.pages.map((page, index) => {
    const shown: Data = index === 0 ? { ...listing.once } : {};
    for (const expression of paginator.results) setAt(shown, expression, search(page, expression));
    return shown;
  });
  return listing.nextToken === undefined
    ? pages
    : [...pages, { NextToken: { NextToken: listing.nextToken } }];
}
