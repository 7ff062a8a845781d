import {
  type QueryTerm,
  type SmartQuery,
  smartQueries,
} from '@easyops-cn/docusaurus-search-local/dist/client/client/utils/smartQueries';
import lunr, { type Index } from 'lunr';
import type { SearchDocument } from './index-files.ts';

/** An index of documents of one kind. */
export interface Searched {
  /** 0 is titles. */
  readonly kind: number;
  readonly index: Index;
}

/** A place in which all that was searched for stands. */
export interface SearchHit {
  readonly kind: number;
  readonly ref: string;
  readonly metadata: unknown;
  readonly score: number;
  readonly tokens: readonly string[];
}

/** Hits with their documents. */
export interface Results {
  readonly found: readonly SearchHit[];
  documentOf(found: SearchHit): SearchDocument | undefined;
  /** The title of the page that a document belongs to. */
  titleOf(document: SearchDocument): SearchDocument | undefined;
}

/** Searches the kinds of documents in their order, by each query in turn, until there are enough: as the plugin does. */
export function findHits(
  searched: readonly Searched[],
  queries: readonly SmartQuery[],
  limit: number,
): SearchHit[] {
  const found = new Map<string, SearchHit>();
  for (const { term, tokens } of queries)
    for (const { kind, index } of searched) {
      const hits = index.query((query) => {
        // With the property, even an undefined one, lunr makes up words without end.
        for (const { value, editDistance, ...how } of term)
          query.term(value, editDistance ? { ...how, editDistance } : how);
      });
      for (const { ref, matchData, score } of hits.slice(0, limit))
        if (found.size < limit && !found.has(ref))
          found.set(ref, { kind, ref, metadata: matchData.metadata, score, tokens });
      if (found.size >= limit) return [...found.values()];
    }
  return [...found.values()];
}

/** Queries for words as they are typed, and as beginnings of words: parts of an index answer them. */
export const exactQueries = (tokens: readonly string[], dictionary: readonly string[]): SmartQuery[] =>
  smartQueries(tokens, dictionary).filter(({ term }) => term.every(isExact));

const isExact = ({ editDistance, wildcard }: QueryTerm) =>
  editDistance === undefined && (wildcard & lunr.Query.wildcard.LEADING) === 0;

/** The words of an index among which what is typed without spaces is told apart. */
export const dictionaryOf = (words: Iterable<string>): string[] => [
  ...new Set([...words].filter((word) => /^\p{Unified_Ideograph}/u.test(word))),
];
