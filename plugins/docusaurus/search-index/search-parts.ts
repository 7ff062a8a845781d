import lunr from 'lunr';
import { fetchJson } from './fetch-json.ts';
import { dictionaryOf, exactQueries, findHits, type Results } from './find.ts';
import {
  CONTENTS,
  type Contents,
  type IndexPart,
  pageFile,
  partFile,
  type SearchDocument,
} from './index-files.ts';
import { joinParts } from './join-parts.ts';
import { neededParts } from './needed-parts.ts';

/** An index in parts, at an address. */
interface Parts {
  readonly baseUrl: string;
  readonly contents: Contents;
}

export async function openParts(baseUrl: string): Promise<Parts> {
  return { baseUrl, contents: await fetchJson<Contents>(baseUrl + CONTENTS) };
}

/** Finds what is typed in the parts in which it may stand, and reads the pages of the hits. */
export async function searchParts(parts: Parts, tokens: readonly string[], limit: number): Promise<Results> {
  const { contents, baseUrl } = parts;
  const typed = await readParts(parts, neededParts(contents.parts, tokens));
  const words = typed.flatMap((part) => part.flatMap(({ entries }) => entries.map(([word]) => word)));
  const queries = exactQueries(tokens, dictionaryOf([...contents.parts.flat(), ...words]));
  const stems = queries.flatMap(({ term }) => term.flatMap(({ value }) => stemsOf(contents, value)));
  const read = await readParts(parts, neededParts(contents.parts, [...tokens, ...stems]));
  const joined = contents.kinds.map((frame, kind) => joinParts({ frame, kind }, read));
  const searched = joined.map(({ index }, kind) => ({ kind, index: lunr.Index.load(index) }));
  const found = findHits(searched, queries, limit);
  const pageOfHit = (kind: number, ref: string) => joined[kind]?.pages.get(`t/${ref}`);
  const numbers = new Set(found.flatMap(({ kind, ref }) => pageOfHit(kind, ref) ?? []));
  const pages = new Map(
    await Promise.all(
      [...numbers].map(
        async (page) => [page, await fetchJson<SearchDocument[][]>(baseUrl + pageFile(page))] as const,
      ),
    ),
  );
  return {
    found,
    documentOf: ({ kind, ref }) =>
      pages.get(pageOfHit(kind, ref) ?? -1)?.[kind]?.find(({ i }) => String(i) === ref),
    titleOf: ({ p }) => pages.get(p ?? -1)?.[0]?.[0],
  };
}

const readParts = ({ baseUrl }: Parts, numbers: readonly number[]): Promise<IndexPart[]> =>
  Promise.all(numbers.map((number) => fetchJson<IndexPart>(baseUrl + partFile(number))));

/** Words are in the index without their endings. */
const stemsOf = ({ kinds }: Contents, word: string): string[] =>
  lunr.Pipeline.load(kinds[0]?.pipeline ?? []).runString(word);
