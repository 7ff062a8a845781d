import { describe, expect, it } from 'vitest';
import {
  listPages,
  type PagingOptions,
  textPages,
  wholeResult,
} from '../../../../src/aws/cli/paging/index.ts';

type Data = Record<string, unknown>;
const paginator = {
  ...{ inputToken: ['Marker'], outputToken: ['Marker'], limitKey: 'MaxItems', resultKey: ['Users'] },
  nonAggregateKeys: ['Owner'],
};
const PAGES: readonly Data[] = [
  { Users: [1, 2, 3], Marker: 'm1', Owner: 'o' },
  { Users: [4, 5], Marker: 'm2', Owner: 'o' },
  { Users: [6], Owner: 'o' },
];

async function list(paging: PagingOptions, pages: readonly Data[] = PAGES) {
  const inputs: Data[] = [];
  const listing = await listPages(paginator, { Path: '/' }, paging, async (input) => {
    inputs.push(input);
    const at = input.Marker === undefined ? 0 : Number(String(input.Marker).slice(1));
    return structuredClone(pages[at] ?? {});
  });
  return { listing, inputs, whole: wholeResult(listing, paginator) };
}

describe('listPages', () => {
  it('asks on until there are no more', async () => {
    const { whole, inputs } = await list({ pageSize: 3 });
    expect(whole).toEqual({ Users: [1, 2, 3, 4, 5, 6], Owner: 'o' });
    expect(inputs).toEqual([
      { Path: '/', MaxItems: 3 },
      { Path: '/', MaxItems: 3, Marker: 'm1' },
      { Path: '/', MaxItems: 3, Marker: 'm2' },
    ]);
  });

  it.each([1, 2, 3, 4, 5])('goes on with the token where --max-items %i stopped', async (maxItems) => {
    const seen: unknown[] = [];
    let startingToken: string | undefined;
    do {
      const { whole } = await list({ maxItems, startingToken });
      seen.push(...(whole.Users as unknown[]));
      startingToken = whole.NextToken as string | undefined;
    } while (startingToken !== undefined);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gives no token where the items end with the page', async () => {
    expect((await list({ maxItems: 6 })).whole.NextToken).toBeUndefined();
  });

  it('ends where the service gives a token again', async () => {
    const again = [
      { Users: [1], Marker: 'm1' },
      { Users: [2], Marker: 'm1' },
    ];
    await expect(list({}, again)).rejects.toThrow("The same next token was received twice: {'Marker': 'm1'}");
  });
});

it('textPages prints members that are no list once, and the token last', async () => {
  const { listing } = await list({ maxItems: 4 });
  expect(textPages(listing, paginator)).toEqual([
    { Owner: 'o', Users: [1, 2, 3] },
    { Users: [4] },
    { NextToken: { NextToken: listing.nextToken } },
  ]);
});

it('wholeResult adds numbers up and joins texts', () => {
  const pages = [
    { Count: 1, Log: 'a' },
    { Count: 2, Log: 'b' },
  ];
  const several = { ...paginator, resultKey: ['Count', 'Log'] };
  expect(wholeResult({ pages, once: {} }, several)).toEqual({ Count: 3, Log: 'ab' });
});
