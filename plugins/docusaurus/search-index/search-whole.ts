import { smartQueries } from '@easyops-cn/docusaurus-search-local/dist/client/client/utils/smartQueries';
import lunr from 'lunr';
import { fetchJson } from './fetch-json.ts';
import { dictionaryOf, findHits, type Results, type Searched } from './find.ts';
import { courseFile, type KindIndex, type SearchDocument } from './index-files.ts';

/** Indexes that are searched as one, with their documents by kind and number. */
interface Whole {
  readonly searched: readonly Searched[];
  readonly dictionary: readonly string[];
  readonly documents: readonly ReadonlyMap<string, SearchDocument>[];
}

const wholes = new WeakMap<readonly KindIndex[], Whole>();

export async function openWhole(baseUrl: string): Promise<Whole> {
  const kinds = await fetchJson<KindIndex[]>(`${baseUrl}search-index.json`);
  const whole = wholes.get(kinds) ?? join([kinds]);
  wholes.set(kinds, whole);
  return whole;
}

/** The indexes of the courses that are kept for times without a network. */
export async function openCourses(baseUrl: string): Promise<Whole> {
  const start = new URL(baseUrl + courseFile(''), location.origin).pathname.replace(/\.json$/, '');
  const kept: KindIndex[][] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!new URL(request.url).pathname.startsWith(start)) continue;
      const response = await cache.match(request);
      if (response) kept.push(await response.json());
    }
  }
  return join(kept);
}

function join(indexes: readonly (readonly KindIndex[])[]): Whole {
  const all = indexes.flatMap((kinds) => kinds.map((one, kind) => ({ ...one, kind })));
  const kinds = Math.max(0, ...all.map(({ kind }) => kind + 1));
  return {
    searched: all
      .map(({ kind, index }) => ({ kind, index: lunr.Index.load(index) }))
      .sort((a, b) => a.kind - b.kind),
    dictionary: dictionaryOf(all.flatMap(({ index }) => index.invertedIndex.map(([word]) => word))),
    documents: Array.from(
      { length: kinds },
      (_, kind) =>
        new Map(
          all
            .filter((one) => one.kind === kind)
            .flatMap(({ documents }) => documents.map((document) => [String(document.i), document])),
        ),
    ),
  };
}

/** Finds what is typed, and what is like it by a letter. */
export function searchWhole(whole: Whole, tokens: readonly string[], limit: number): Results {
  const { searched, dictionary, documents } = whole;
  return {
    found: findHits(searched, smartQueries(tokens, dictionary), limit),
    documentOf: ({ kind, ref }) => documents[kind]?.get(ref),
    titleOf: ({ p }) => documents[0]?.get(String(p)),
  };
}
