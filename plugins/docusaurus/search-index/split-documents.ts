import {
  documentOf,
  type Entry,
  type KindIndex,
  pageNumber,
  type SearchDocument,
  type Vector,
} from './index-files.ts';

/** Documents of each page, kind by kind: what is shown of a hit. */
export function documentsByPage(kinds: readonly KindIndex[]): Map<number, SearchDocument[][]> {
  const pages = new Map<number, SearchDocument[][]>();
  for (const [kind, { documents }] of kinds.entries())
    for (const document of documents) {
      const own = pages.get(pageNumber(document)) ?? kinds.map(() => []);
      own[kind]?.push(document);
      pages.set(pageNumber(document), own);
    }
  return pages;
}

interface Group {
  readonly documents: SearchDocument[];
  readonly entries: Entry[];
  readonly vectors: Vector[];
}

/**
 * Splits an index by its documents, each word and weight being looked at once for all groups. A document without a
 * group is in none.
 */
export function splitDocuments(
  kinds: readonly KindIndex[],
  groupOf: (document: SearchDocument) => string | undefined,
): Map<string, KindIndex[]> {
  const split = new Map<string, KindIndex[]>();
  for (const [kind, whole] of kinds.entries())
    for (const [name, { documents, entries, vectors }] of groupsOf(whole, groupOf)) {
      const own = split.get(name) ?? kinds.map(({ index }) => emptyLike(index));
      own[kind] = { documents, index: { ...whole.index, invertedIndex: entries, fieldVectors: vectors } };
      split.set(name, own);
    }
  return split;
}

const emptyLike = (index: KindIndex['index']): KindIndex => ({
  documents: [],
  index: { ...index, invertedIndex: [], fieldVectors: [] },
});

function groupsOf(
  { documents, index }: KindIndex,
  groupOf: (document: SearchDocument) => string | undefined,
) {
  const groups = new Map<string, Group>();
  const groupOfNumber = new Map<string, Group>();
  for (const document of documents) {
    const name = groupOf(document);
    if (name === undefined) continue;
    const group = groups.get(name) ?? { documents: [], entries: [], vectors: [] };
    groups.set(name, group);
    group.documents.push(document);
    groupOfNumber.set(String(document.i), group);
  }
  for (const vector of index.fieldVectors) groupOfNumber.get(documentOf(vector[0]))?.vectors.push(vector);
  for (const entry of index.invertedIndex)
    for (const [group, own] of splitEntry(entry, index.fields, groupOfNumber)) group.entries.push(own);
  return groups;
}

function splitEntry(
  [term, postings]: Entry,
  fields: readonly string[],
  groupOfNumber: ReadonlyMap<string, Group>,
): Map<Group, Entry> {
  const split = new Map<Group, Entry>();
  for (const field of fields)
    for (const [number, places] of Object.entries(postings[field] ?? {})) {
      const group = groupOfNumber.get(number);
      if (!group) continue;
      const empty = Object.fromEntries(fields.map((name) => [name, {}]));
      const own = split.get(group) ?? ([term, { ...empty, _index: postings._index }] as const);
      Object.assign(own[1][field] as object, { [number]: places });
      split.set(group, own);
    }
  return split;
}
